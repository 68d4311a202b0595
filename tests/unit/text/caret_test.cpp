#include <vector>

#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/unit/text/engine_for_tests.h"

using lotsen::tests::kiosk_engine;
using lotsen::text::Block;
using lotsen::text::Engine;
using lotsen::text::next_boundary;
using lotsen::text::Point;

namespace {

std::vector<std::size_t> boundaries(std::string_view text) {
  std::vector<std::size_t> all{0};
  while (all.back() < text.size()) all.push_back(next_boundary(text, all.back()));
  return all;
}

}  // namespace

TEST_CASE("Pressing where the caret stands gives the byte it stands before") {
  Engine engine = kiosk_engine();
  const auto [text, language] = GENERATE(table<const char*, const char*>({
      {"Storgatan 12, vid busshållplatsen", "sv"},
      {"a\u030Ar a\u030A", "sv"},              // å as letter and ring
      {"x\U0001F469\u200D\U0001F467y", "sv"},  // woman, joiner, girl: one cluster
      {"\U0001F1F8\U0001F1EA!", "sv"},         // a flag is two regional letters
      {"مَرحَبًا", "ar"},                         // marks over letters
      {"שָׁלוֹם", "he"},
      {"می‌خواهم", "prs"},
      {"እንቋዕ ብደሓን፡ 12", "ti"},
      {"abc אבג def", "sv"},
      {"رقم 123 هنا", "ar"},
      {"070-174 06 05", "ar"},
      {"سلام 12:30, (abc) 5", "ar"},
      {"אַ גוטן 12 טאָג e\u0301", "yi"},
      {"a\xFF"
       "b",
       "sv"},
  }));
  CAPTURE(text);
  const Block block{.text = text, .size_px = 64, .language = language};
  for (const std::size_t byte : boundaries(text))
    CHECK(engine.byte_at(block, engine.caret(block, byte)) == byte);
}

TEST_CASE("The caret of a left-to-right text runs from its left edge to its right edge") {
  Engine engine = kiosk_engine();
  const Block block{.text = "Gata 12", .size_px = 32};
  float last = -1;
  for (std::size_t byte = 0; byte <= 7; ++byte) {
    const Point caret = engine.caret(block, byte);
    CHECK(caret.x > last);
    CHECK(caret.y == 0);
    last = caret.x;
  }
  CHECK(engine.caret(block, 0).x == 0);
  CHECK(std::abs(last - static_cast<float>(engine.measure(block).width)) < 1);
}

TEST_CASE("The caret of a right-to-left text starts at the right edge and moves left") {
  Engine engine = kiosk_engine();
  const Block block{.text = "سلام", .size_px = 32, .width_px = 400, .language = "ar"};
  CHECK(engine.caret(block, 0).x == Approx(400).margin(1));
  float last = 401;
  for (const std::size_t byte : boundaries(block.text)) {
    CHECK(engine.caret(block, byte).x < last);
    last = engine.caret(block, byte).x;
  }
  CHECK(last == Approx(400 - engine.measure(block).width).margin(1.5));
}

TEST_CASE("A number inside right-to-left text keeps its own order") {
  Engine engine = kiosk_engine();
  const std::string_view text = "رقم 123 هنا";
  const Block block{.text = text, .size_px = 32, .language = "ar"};
  const std::size_t one = text.find('1');
  CHECK(engine.caret(block, one + 1).x < engine.caret(block, one + 2).x);  // between 1 and 2, between 2 and 3
  CHECK(engine.caret(block, 0).x > engine.caret(block, one + 2).x);
  CHECK(engine.caret(block, text.size()).x < engine.caret(block, one + 1).x);
}

TEST_CASE("The caret of an empty text stands where writing starts") {
  Engine engine = kiosk_engine();
  CHECK(engine.caret({.text = "", .width_px = 300}, 0).x == 0);
  CHECK(engine.caret({.text = "", .width_px = 300, .language = "ar"}, 0).x == Approx(300).margin(1));
}

TEST_CASE("The caret follows lines, written and wrapped") {
  Engine engine = kiosk_engine();
  const Block written{.text = "en\ntvå\n", .size_px = 32};
  CHECK(engine.caret(written, 2).y == 0);
  CHECK(engine.caret(written, 3).y == 42);
  CHECK(engine.caret(written, 3).x == 0);
  CHECK(engine.caret(written, written.text.size()).y == 84);
  const Block wrapped{.text = "Storgatan Lillgatan", .size_px = 32, .width_px = 200};
  CHECK(engine.caret(wrapped, 3).y == 0);
  CHECK(engine.caret(wrapped, 12).y == 42);
}

TEST_CASE("A press beside or below the text gives its nearest end") {
  Engine engine = kiosk_engine();
  const Block block{.text = "en rad\nen till", .size_px = 32};
  CHECK(engine.byte_at(block, {-50, 10}) == 0);
  CHECK(engine.byte_at(block, {5000, 10}) == 6);
  CHECK(engine.byte_at(block, {-50, 60}) == 7);
  CHECK(engine.byte_at(block, {5000, 5000}) == block.text.size());
  CHECK(engine.byte_at(block, {-50, -50}) == 0);
}

TEST_CASE("A press on the right half of a letter gives the place after it") {
  Engine engine = kiosk_engine();
  const Block block{.text = "MM", .size_px = 64};
  const float width = engine.caret(block, 1).x;
  CHECK(engine.byte_at(block, {width * 0.3F, 10}) == 0);
  CHECK(engine.byte_at(block, {width * 0.7F, 10}) == 1);
  CHECK(engine.byte_at(block, {width * 1.7F, 10}) == 2);
}
