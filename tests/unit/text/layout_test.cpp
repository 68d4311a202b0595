#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/unit/text/engine_for_tests.h"

using lotsen::tests::kiosk_engine;
using lotsen::text::Block;
using lotsen::text::Engine;
using lotsen::text::Extent;

namespace {

constexpr const char* kSentence = "Tryck på det som stämmer bäst. Du kan alltid be om hjälp.";

int width_of(Engine& engine, std::string_view text) {
  return engine.measure({.text = text}).width;
}

}  // namespace

TEST_CASE("Text without a width never wraps") {
  Engine engine = kiosk_engine();
  const Extent extent = engine.measure({.text = kSentence});
  CHECK(extent.lines == 1);
  CHECK(extent.width > 800);
}

TEST_CASE("Text wraps between words and keeps within its width") {
  Engine engine = kiosk_engine();
  const int natural = width_of(engine, kSentence);
  for (const int width : {natural, natural - 1, 400, 250}) {
    const Extent extent = engine.measure({.text = kSentence, .width_px = width});
    CHECK(extent.width <= width);
    CHECK(extent.lines >= (natural + width - 1) / width);
    CHECK(extent.lines <= natural / width + 3);
  }
}

TEST_CASE("Every line is exactly its line height, whatever font serves it") {
  Engine engine = kiosk_engine();
  CHECK(engine.measure({.text = "en\ntvå\ntre", .size_px = 32, .line_height = 1.3F}).height == 3 * 42);
  CHECK(engine.measure({.text = "en\nأهلًا\nሰላም", .size_px = 32, .line_height = 1.3F}).height == 3 * 42);
  CHECK(engine.measure({.text = "", .size_px = 27, .line_height = 1.5F}).height == 41);
}

TEST_CASE("Line ends of any kind make lines") {
  Engine engine = kiosk_engine();
  CHECK(engine.measure({.text = "a\nb\r\nc\rd"}).lines == 4);
  CHECK(engine.measure({.text = "a\n"}).lines == 2);
}

TEST_CASE("A word longer than the line breaks anywhere, without a hyphen that is not in it") {
  Engine engine = kiosk_engine();
  const Extent extent = engine.measure({.text = "wwwwwwwwwwwwwwwwwwww", .width_px = 300});
  const int letter = width_of(engine, "wwwwwwwwww") / 10;
  CHECK(extent.lines == 2);
  CHECK(extent.width <= 300);
  CHECK(extent.width > 300 - 2 * letter);
}

TEST_CASE("A soft hyphen shows where the word breaks there") {
  Engine engine = kiosk_engine();
  const char* word = "Bostadsanpassnings\u00ADbidrag";
  CHECK(width_of(engine, word) == width_of(engine, "Bostadsanpassningsbidrag"));
  const Extent broken = engine.measure({.text = word, .width_px = 340});
  CHECK(broken.lines == 2);
  CHECK(std::abs(broken.width - width_of(engine, "Bostadsanpassnings\u2010")) <= 1);
}

TEST_CASE("Text that has more lines than allowed ends in an ellipsis") {
  Engine engine = kiosk_engine();
  for (const int lines : {1, 2}) {
    const Extent extent = engine.measure({.text = kSentence, .width_px = 300, .max_lines = lines});
    CHECK(extent.cut);
    CHECK(extent.lines == lines);
    CHECK(extent.width <= 300);
  }
}

TEST_CASE("Text that fits is not cut") {
  Engine engine = kiosk_engine();
  CHECK_FALSE(engine.measure({.text = "Klar", .width_px = 300, .max_lines = 1}).cut);
  CHECK_FALSE(engine.measure({.text = "en\ntvå", .width_px = 300, .max_lines = 2}).cut);
  CHECK_FALSE(engine.measure({.text = "en\ntvå", .width_px = 300}).cut);
}

TEST_CASE("Lines are limited for the whole text, not for each paragraph") {
  Engine engine = kiosk_engine();
  const Extent extent = engine.measure({.text = "en\ntvå\ntre\nfyra", .width_px = 300, .max_lines = 2});
  CHECK(extent.lines == 2);
  CHECK(extent.cut);
  const auto image = engine.draw({.text = "en\ntvå\ntre", .width_px = 300, .max_lines = 2});
  CHECK(image.alpha == engine.draw({.text = "en\ntvå…", .width_px = 300}).alpha);
}

TEST_CASE("A limit without a width counts only the lines written") {
  Engine engine = kiosk_engine();
  CHECK_FALSE(engine.measure({.text = kSentence, .max_lines = 1}).cut);
  CHECK(engine.measure({.text = "en\ntvå", .max_lines = 1}).cut);
}

TEST_CASE("Each broken byte counts as one replacement character") {
  Engine engine = kiosk_engine();
  for (const auto& [broken, shown] : {std::pair{"a\xFF\xFEz", "a\uFFFD\uFFFDz"},
                                      {"\xC3", "\uFFFD"},
                                      {"\xE2\x80", "\uFFFD\uFFFD"},
                                      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"}}) {
    CHECK(width_of(engine, broken) == width_of(engine, shown));
    CHECK(engine.draw({.text = broken}).alpha == engine.draw({.text = shown}).alpha);
  }
  CHECK(width_of(engine, std::string_view("a\0b", 3)) == width_of(engine, "a\uFFFDb"));
}
