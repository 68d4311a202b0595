#include "tests/support/catch.h"
#include "tests/ui/desk.h"

using namespace lotsen;
using tests::Desk;
using ui::KeyboardKind;

TEST_CASE("a long press offers a letter's accents in place of the digits, and types the one that is chosen") {
  Desk desk;
  desk.press("key.x");
  desk.down("key.e");
  desk.wait(599);
  CHECK_FALSE(desk.shows("key.offer.é"));
  desk.wait(1);
  CHECK(desk.shows("key.offer.é"));
  CHECK_FALSE(desk.shows("key.1"));
  desk.up();
  CHECK(desk.value() == "X");
  desk.press("key.offer.é");
  CHECK(desk.value() == "Xé");
  CHECK_FALSE(desk.shows("key.offer.é"));
  CHECK(desk.shows("key.1"));
}

TEST_CASE("the letter itself is the first of its accents, and any other key ends the offer") {
  Desk desk;
  desk.press("key.x");
  desk.hold("key.e", 600);
  desk.press("key.offer.e");
  CHECK(desk.value() == "Xe");
  desk.hold("key.e", 600);
  desk.press("key.ö");
  CHECK(desk.value() == "Xeö");
  CHECK_FALSE(desk.shows("key.offer.é"));
  desk.hold("key.e", 600);
  desk.press("key.backspace");
  CHECK(desk.value() == "Xe");
  CHECK_FALSE(desk.shows("key.offer.é"));
}

TEST_CASE("accents are capital where the letter would be") {
  Desk desk;
  desk.hold("key.e", 600);
  CHECK(desk.label("key.offer.é") == "É");
  desk.press("key.offer.é");
  desk.press("key.a");
  CHECK(desk.value() == "Éa");
}

TEST_CASE("a long press takes as long as is set") {
  Desk desk({.times = {.long_press_ms = 1500}});
  desk.down("key.e");
  desk.wait(1499);
  CHECK_FALSE(desk.shows("key.offer.é"));
  desk.wait(1);
  CHECK(desk.shows("key.offer.é"));
}

TEST_CASE("a finger that slides off a key types nothing and offers nothing") {
  Desk desk;
  desk.down("key.e");
  desk.wait(300);
  desk.slide_to("key.k");
  desk.wait(1000);
  CHECK_FALSE(desk.shows("key.offer.é"));
  desk.up();
  CHECK(desk.value().empty());
}

TEST_CASE("Erase takes one character when lifted, and when held repeats at the times that are set") {
  Desk desk({.times = {.repeat_delay_ms = 2000, .repeat_every_ms = 300}});
  desk.types("abcdefgh");
  desk.press("key.backspace");
  CHECK(desk.value() == "abcdefg");
  desk.down("key.backspace");
  desk.wait(1999);
  CHECK(desk.value() == "abcdefg");
  desk.wait(1);
  CHECK(desk.value() == "abcdef");
  desk.wait(299);
  CHECK(desk.value() == "abcdef");
  desk.wait(1);
  CHECK(desk.value() == "abcde");
  desk.wait(600);
  CHECK(desk.value() == "abc");
  desk.up();
  CHECK(desk.value() == "abc");
  desk.wait(5000);
  CHECK(desk.value() == "abc");
  desk.press("key.backspace");
  CHECK(desk.value() == "ab");
}

TEST_CASE("a pass is due only while a key is held that does something then") {
  Desk desk;
  CHECK_FALSE(desk.wake_at());
  desk.down("key.e");
  CHECK(desk.wake_at() == 600);
  desk.up();
  CHECK_FALSE(desk.wake_at());
  desk.down("key.-");  // has no accents
  CHECK_FALSE(desk.wake_at());
}

TEST_CASE("a second strike of the same key is ignored for as long as is set, and another key is not") {
  Desk desk({.times = {.ignore_double_ms = 500}});
  desk.press("key.x");
  desk.wait(499);
  desk.press("key.x");
  CHECK(desk.value() == "X");
  desk.press("key.y");
  CHECK(desk.value() == "Xy");
  desk.wait(500);
  desk.press("key.y");
  CHECK(desk.value() == "Xyy");
}

TEST_CASE("a second strike counts from when the finger came down, so that resting on the key types nothing") {
  Desk desk({.times = {.long_press_ms = 5000, .ignore_double_ms = 500}});
  desk.press("key.e");
  desk.wait(100);
  desk.hold("key.e", 900);
  CHECK(desk.value() == "E");
  desk.wait(100);
  desk.hold("key.e", 6000);
  CHECK(desk.shows("key.offer.é"));
}

TEST_CASE("without a set time every strike counts") {
  Desk desk;
  for (int i = 0; i < 3; ++i) desk.press("key.l");
  CHECK(desk.value() == "Lll");
}

TEST_CASE("a capital comes first and then no more") {
  Desk desk;
  CHECK(desk.label("key.a") == "A");
  CHECK(desk.chosen("key.shift"));
  desk.press("key.a");
  CHECK(desk.label("key.a") == "a");
  CHECK_FALSE(desk.chosen("key.shift"));
  desk.press("key.shift");
  desk.press("key.b");
  desk.press("key.c");
  CHECK(desk.value() == "ABc");
}

TEST_CASE("Shift pressed twice, or held, gives capitals until it is pressed again, and says so") {
  Desk desk;
  desk.press("key.a");
  desk.wait(1000);
  SECTION("twice") {
    desk.press("key.shift");
    desk.press("key.shift");
  }
  SECTION("held") {
    desk.hold("key.shift", 600);
  }
  CHECK(desk.chosen("key.shift"));
  CHECK(desk.label("key.shift") == "Skift ABC");
  desk.press("key.b");
  desk.press("key.c");
  desk.press("key.shift");
  CHECK_FALSE(desk.chosen("key.shift"));
  desk.press("key.d");
  CHECK(desk.value() == "ABCd");
}

TEST_CASE("Shift pressed again after a while takes the capital back") {
  Desk desk;
  desk.press("key.a");
  desk.press("key.shift");
  desk.wait(1000);
  desk.press("key.shift");
  desk.press("key.b");
  CHECK(desk.value() == "Ab");
}

TEST_CASE("a touch in the text leaves the keyboard as it is") {
  Desk desk({.language = "ar"});
  desk.press("key.globe");
  desk.press("key.shift");
  desk.press("field");
  CHECK(desk.label("key.a") == "A");
  CHECK(desk.chosen("key.shift"));
}

TEST_CASE("the globe switches between the visitor's letters and Swedish ones, and shows the other's name") {
  Desk desk({.language = "ar"});
  CHECK(desk.label("key.globe") == "Svenska");
  CHECK_FALSE(desk.shows("key.shift"));
  desk.press("key.ع");
  desk.press("key.globe");
  CHECK(desk.label("key.globe") == "العربية");
  desk.press("key.å");
  desk.press("key.globe");
  desk.press("key.ر");
  CHECK(desk.value() == "عåر");
}

TEST_CASE("whose letters are Swedish has no globe") {
  for (const char* language : {"sv", "fi", "rmy"})
    CHECK_FALSE(Desk({.language = language}).shows("key.globe"));
  CHECK(Desk({.language = "en"}).label("key.globe") == "Svenska");
}

TEST_CASE(
    "an address of e-mail is written with Latin letters, small, and keys for what is in every address") {
  Desk desk({.language = GENERATE("sv", "ar", "uk", "en"), .kind = KeyboardKind::email});
  CHECK_FALSE(desk.shows("key.globe"));
  CHECK_FALSE(desk.shows("key.space"));
  for (const char* key :
       {"key.a", "key..", "key.b", "key.-", "key._", "key.at", "key.c", "key.dot_se", "key.dot_com"})
    desk.press(key);
  CHECK(desk.value() == "a.b-_@c.se.com");
}

TEST_CASE("numbers have a pad with plus, minus, arrows and Erase") {
  Desk desk({.kind = KeyboardKind::numbers});
  for (const char* key : {"key.+", "key.4", "key.-", "key.0", "key.left", "key.backspace"}) desk.press(key);
  CHECK(desk.value() == "+40");
  CHECK_FALSE(desk.shows("key.a"));
  desk.press("key.done");
  CHECK_FALSE(desk.shows("key.0"));
}

TEST_CASE("arrows move the caret, for who cannot touch between two letters") {
  Desk desk;
  for (const char* key : {"key.a", "key.c", "key.left", "key.b", "key.right", "key.d"}) desk.press(key);
  CHECK(desk.value() == "Abcd");
}

TEST_CASE("signs are a page of their own and the letters come back") {
  Desk desk({.language = GENERATE("sv", "ar", "yi", "pl")});
  desk.press("key.signs");
  for (const char* key : {"key.(", "key.&", "key.)", "key.5"}) desk.press(key);
  CHECK(desk.value() == "(&)5");
  CHECK_FALSE(desk.shows("key.a"));
  CHECK_FALSE(desk.shows("key.ש"));
  desk.press("key.signs");
  CHECK_FALSE(desk.shows("key.("));
}

TEST_CASE("the zero width non-joiner of Persian has a key with its name") {
  Desk desk({.language = "prs"});
  for (const char* key : {"key.م", "key.ی", "key.zwnj", "key.ر"}) desk.press(key);
  CHECK(desk.value() == "می\u200Cر");
}
