#include "tests/support/catch.h"
#include "tests/ui/stage.h"

using namespace lotsen;
using tests::Stage;

namespace {

Stage at_location() {
  Stage stage;
  stage.go_to("questions.1");
  return stage;
}

}  // namespace

TEST_CASE("the on-screen keyboard writes what its keys show, with a capital first") {
  Stage stage = at_location();
  stage.press("q.location");
  for (const char* key : {"key.å", "key.s", "key.ö", "key.space", "key.2"}) stage.press(key);
  CHECK(stage.find("q.location")->value == "Åsö 2");
}

TEST_CASE("Shift gives one capital letter and can be taken back") {
  Stage stage = at_location();
  stage.type("q.location", "x");
  stage.press("key.shift");
  CHECK(stage.find("key.a")->label == "A");
  stage.press("key.a");
  stage.press("key.a");
  CHECK(stage.find("q.location")->value == "xAa");
}

TEST_CASE("erase takes a whole character, however many bytes it has") {
  Stage stage = at_location();
  stage.type("q.location", "a\u030Aö");  // å as a letter and a ring, ö as one
  stage.press("key.backspace");
  CHECK(stage.find("q.location")->value == "a\u030A");
  stage.key(ui::Key::backspace);
  CHECK(stage.find("q.location")->value.empty());
  stage.key(ui::Key::backspace);
  CHECK(stage.find("q.location")->value.empty());
}

TEST_CASE("arrows move the caret and text goes in where it stands") {
  Stage stage = at_location();
  stage.type("q.location", "Storgatn");
  stage.key(ui::Key::left);
  ui::Input letter;
  letter.text.append("a");
  stage.turn(std::move(letter));
  CHECK(stage.find("q.location")->value == "Storgatan");
  stage.key(ui::Key::home);
  stage.key(ui::Key::erase);
  CHECK(stage.find("q.location")->value == "torgatan");
  CHECK(stage.focused() == "q.location");
}

TEST_CASE("a touch inside the text puts the caret there") {
  Stage stage = at_location();
  stage.type("q.location", "mmmm");
  const ui::Box box = stage.find("q.location")->box;
  ui::Input finger;
  finger.pointer_x = box.x + 31;
  finger.pointer_y = box.y + box.height / 2;
  finger.pointer_down = true;
  stage.turn(finger);
  stage.up_at(finger.pointer_x, finger.pointer_y);
  ui::Input letter;
  letter.text.append("i");
  stage.turn(std::move(letter));
  CHECK(stage.find("q.location")->value == "immmm");
}

TEST_CASE("Done closes the keyboard and the page shows all its questions again") {
  Stage stage = at_location();
  stage.press("q.location");
  CHECK(stage.find("q.mark") == nullptr);
  stage.press("key.done");
  CHECK_FALSE(stage.ui().keyboard_open());
  CHECK(stage.find("q.mark") != nullptr);
}

TEST_CASE("a number is asked for with a number pad") {
  Stage stage;
  stage.go_to("questions.3");
  stage.press("q.contact.phone");
  stage.press("q.phone");
  CHECK(stage.find("key.a") == nullptr);
  for (const char* key : {"key.0", "key.7", "key.0"}) stage.press(key);
  CHECK(stage.find("q.phone")->value == "070");
}

TEST_CASE("Enter makes a new line where the answer may be long") {
  Stage stage;
  stage.go_to("questions.2");
  stage.type("q.description", "ett");
  stage.key(ui::Key::enter);
  ui::Input more;
  more.text.append("två");
  stage.turn(std::move(more));
  CHECK(stage.find("q.description")->value == "ett\ntvå");
}

namespace {

Stage at_location_in_arabic() {
  Stage stage(1920, 1080, "ar");
  stage.go_to("questions.1");
  return stage;
}

}  // namespace

TEST_CASE("in a right-to-left field the arrows move the caret as the eye sees it") {
  Stage stage = at_location_in_arabic();
  stage.type("q.location", "سلام");
  stage.key(ui::Key::right);  // over the last letter, towards the beginning
  stage.type_on("و");
  CHECK(stage.find("q.location")->value == "سلاوم");
  stage.key(ui::Key::left);
  stage.key(ui::Key::left);  // stays at the end
  stage.type_on("ن");
  CHECK(stage.find("q.location")->value == "سلاومن");
}

TEST_CASE(
    "a right-to-left text begins at the right of its field, and a touch there puts the caret before it") {
  Stage stage = at_location_in_arabic();
  stage.type("q.location", "سلام");
  const ui::Box field = stage.find("q.location")->box;
  ui::Input finger;
  finger.pointer_x = field.x + field.width - 12;
  finger.pointer_y = field.y + field.height / 2;
  finger.pointer_down = true;
  stage.turn(finger);
  stage.up_at(finger.pointer_x, finger.pointer_y);
  stage.type_on("و");
  CHECK(stage.find("q.location")->value == "وسلام");
}

TEST_CASE("erase takes one letter with its marks in a right-to-left text too") {
  Stage stage = at_location_in_arabic();
  stage.type("q.location", "مدر\u064Eس\u0651");
  stage.key(ui::Key::backspace);
  CHECK(stage.find("q.location")->value == "مدر\u064E");
}

TEST_CASE("a telephone number is written from left to right in a right-to-left page") {
  Stage stage(1920, 1080, "ar");
  stage.go_to("questions.3");
  stage.press("q.contact.sms");
  stage.type("q.phone", "070-17");
  stage.key(ui::Key::left);
  stage.type_on("4");
  CHECK(stage.find("q.phone")->value == "070-147");
}

TEST_CASE("with the keyboard open, hardware keys go where the focus is and leave the answer alone") {
  Stage stage;
  stage.go_to("questions.2");
  stage.type("q.description", "Hej");
  while (stage.focused() != "nav.back") stage.key(ui::Key::tab);
  stage.key(ui::Key::enter);
  CHECK(stage.find("q.description") == nullptr);  // back on the step before
  stage.press("nav.next");
  CHECK(stage.find("q.description")->value == "Hej");
}

TEST_CASE("a key of the on-screen keyboard is pressed by Tab and Enter too") {
  Stage stage;
  stage.go_to("questions.1");
  stage.press("q.location");
  while (stage.focused() != "key.s") stage.key(ui::Key::tab);
  stage.key(ui::Key::enter);
  CHECK(stage.find("q.location")->value == "S");
}

TEST_CASE("what was just filled in is in sight when the keyboard has gone, also with large text") {
  const int percent = GENERATE(100, 130, 160, 200);
  Stage stage(1920, 1080, "sv", {.text_percent = percent});
  stage.go_to("questions.3");
  stage.press("q.contact.sms");
  stage.type("q.phone", "070-174 06 05");
  stage.press("key.done");
  INFO(percent << " %");
  CHECK_FALSE(stage.find("q.phone")->out_of_sight);
}

TEST_CASE("a long answer's whole field is in sight above the keyboard") {
  const std::string language = GENERATE("sv", "ar");
  Stage stage(1920, 1080, language);
  stage.go_to("questions.2");
  stage.press("q.description");
  CHECK(stage.find("scroll.down") == nullptr);
  CHECK_FALSE(stage.find("q.description")->out_of_sight);
}
