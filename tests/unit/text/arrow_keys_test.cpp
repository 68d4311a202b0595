// The arrow keys: one press moves the caret over one character as the eye sees it, in any direction of
// writing.
#include <algorithm>
#include <set>
#include <vector>

#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/unit/text/caret_walk.h"
#include "tests/unit/text/engine_for_tests.h"

using lotsen::tests::boundaries;
using lotsen::tests::Bytes;
using lotsen::tests::kiosk_engine;
using lotsen::tests::walk;
using lotsen::text::Block;
using lotsen::text::Engine;
using lotsen::text::Point;

namespace {

Bytes reversed(Bytes bytes) {
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

using Places = std::vector<std::pair<float, float>>;

Places places(Engine& engine, const Block& block, const Bytes& bytes) {
  Places all;
  for (const std::size_t byte : bytes) {
    const Point caret = engine.caret(block, byte);
    all.emplace_back(caret.x, caret.y);
  }
  return all;
}

// A space that ends a wrapped line is not seen, so two carets of such a line may have one place.
std::set<Places::value_type> distinct(const Places& places) {
  return {places.begin(), places.end()};
}

}  // namespace

TEST_CASE("In text of one direction the arrow keys stop at each character and at nothing inside one") {
  Engine engine = kiosk_engine();
  const auto [text, language] = GENERATE(table<const char*, const char*>({
      {"Ängögatan 5", "sv"},
      {"a\u030Ar a\u030A", "sv"},
      {"x\U0001F469\u200D\U0001F467y", "sv"},  // woman, joiner, girl: one cluster
      {"\U0001F1F8\U0001F1EA!", "sv"},
      {"070-174 06 05", "ar"},
      {"a\xFF"
       "b",
       "sv"},
      {"እንቋዕ ብደሓን፡ 12", "ti"},
      {"مَرحَبًا بك", "ar"},
      {"می‌خواهم", "prs"},
      {"שָׁלוֹם", "he"},
      {"לא", "ar"},
      {"لا إله", "ar"},  // lam and alef are one glyph, yet two characters
  }));
  CAPTURE(text);
  const Block block{.text = text, .size_px = 48, .language = language};
  const bool leftward = engine.caret(block, 0).x > engine.caret(block, block.text.size()).x;
  CHECK(walk(engine, block, 0, !leftward) == boundaries(text));
  CHECK(walk(engine, block, block.text.size(), leftward) == reversed(boundaries(text)));
}

TEST_CASE(
    "In mixed text the caret moves to the side of the key, reaches every place and comes back the same way") {
  Engine engine = kiosk_engine();
  const auto [text, language] = GENERATE(table<const char*, const char*>({
      {"abc אבג def", "sv"},
      {"אבג abc דהו", "he"},
      {"رقم 123 هنا", "ar"},
      {"سلام 12", "ar"},
      {"12 سلام", "ar"},
      {"abc", "ar"},
      {"(سلام) abc, 5–7: ደሓን", "ar"},
      {"e\u0301 שָׁלוֹם x\U0001F469\u200D\U0001F467y", "yi"},
  }));
  CAPTURE(text);
  const Block block{.text = text, .size_px = 48, .width_px = 900, .language = language};
  const Bytes there = walk(engine, block, walk(engine, block, 0, false).back(), true);
  for (std::size_t i = 1; i < there.size(); ++i)
    CHECK(engine.caret(block, there[i]).x > engine.caret(block, there[i - 1]).x);
  const Bytes all = boundaries(text);
  CHECK(std::set(there.begin(), there.end()) == std::set(all.begin(), all.end()));
  CHECK(walk(engine, block, there.back(), false) == reversed(there));
}

TEST_CASE("Invisible isolates cost no press") {
  Engine engine = kiosk_engine();
  const Block block{.text = "نص \u2066070-174\u2069 هنا", .size_px = 48, .language = "ar"};
  const Bytes left = walk(engine, block, 0, false);
  CHECK(left.size() == 3 + 1 + 7 + 1 + 3);  // one place fewer at each seam of the isolate, and both ends
  CHECK(left.back() == block.text.size());
  for (std::size_t i = 1; i < left.size(); ++i)
    CHECK(engine.caret(block, left[i]).x < engine.caret(block, left[i - 1]).x);
}

TEST_CASE("Over a line's end the arrow keys follow the reading") {
  Engine engine = kiosk_engine();
  const auto [text, width, language] = GENERATE(table<const char*, int, const char*>({
      {"en\ntvå\n\ntre", 0, "sv"},
      {"Storgatan Lillgatan Nygatan", 200, "sv"},
      {"abcdefghijklmnop", 100, "sv"},
      {"سلام\nabc\nabc سلام", 0, "ar"},
      {"سلام عليكم abc def ghi سلام عليكم", 150, "ar"},
  }));
  CAPTURE(text);
  const Block block{.text = text, .width_px = width, .language = language};
  const bool leftward = lotsen::text::right_to_left(language);
  const Bytes onward = walk(engine, block, 0, !leftward);
  CHECK(onward.back() == block.text.size());
  float line = 0;
  for (const std::size_t byte : onward) {
    CHECK(engine.caret(block, byte).y >= line);
    line = engine.caret(block, byte).y;
  }
  CHECK(distinct(places(engine, block, onward)) == distinct(places(engine, block, boundaries(text))));
  const Bytes back = walk(engine, block, block.text.size(), leftward);
  CHECK(places(engine, block, back) == places(engine, block, reversed(onward)));
}

TEST_CASE("In empty text and beyond the end there is nowhere to go") {
  Engine engine = kiosk_engine();
  for (const bool right : {false, true}) CHECK(engine.beside({.text = ""}, 0, right) == 0);
  CHECK(engine.beside({.text = "ab"}, 99, true) == 2);
  CHECK(engine.beside({.text = "ab"}, 99, false) == 1);
}

TEST_CASE("A key from inside a character goes to its edge or beyond") {
  Engine engine = kiosk_engine();
  const Block block{.text = "xåäy"};
  for (const std::size_t inside : {2U, 4U})
    for (const bool right : {false, true}) {
      const Bytes all = boundaries(block.text);
      CHECK(std::count(all.begin(), all.end(), engine.beside(block, inside, right)) == 1);
    }
}
