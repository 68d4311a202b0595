// Which way a block runs and which side it lies on, told by where its carets stand.
#include <algorithm>
#include <string>
#include <vector>

#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/unit/text/engine_for_tests.h"

using lotsen::tests::kiosk_engine;
using lotsen::text::Align;
using lotsen::text::Block;
using lotsen::text::Engine;

namespace {

constexpr const char* kFirstIsolate = "\u2068";
constexpr const char* kLeftIsolate = "\u2066";
constexpr const char* kEndIsolate = "\u2069";

// The parts of the text as they stand from left to right, told by the caret behind the first letter of each:
// at the seams between directions one caret stands for two places.
std::vector<std::string> from_the_left(Engine& engine, const Block& block, std::vector<std::string> parts) {
  const auto place = [&](const std::string& part) {
    const std::size_t at = block.text.find(part);
    REQUIRE(at != std::string_view::npos);
    return engine.caret(block, at + 1).x;
  };
  std::sort(parts.begin(), parts.end(),
            [&](const std::string& one, const std::string& other) { return place(one) < place(other); });
  return parts;
}

}  // namespace

TEST_CASE("A telephone number or Swedish alone on an Arabic page keeps its order and lies at the right") {
  Engine engine = kiosk_engine();
  const auto* text = GENERATE("070-174 06 05", "Storgatan 12, Jönköping.", "2026-11-22", "(kl. 08:00)", "!");
  CAPTURE(text);
  const Block swedish{.text = text, .size_px = 32};
  const Block arabic{.text = text, .size_px = 32, .width_px = 900, .language = "ar"};
  const float left = 900 - engine.caret(swedish, swedish.text.size()).x;
  for (std::size_t byte = 0; byte <= swedish.text.size(); ++byte)
    CHECK(engine.caret(arabic, byte).x == Approx(left + engine.caret(swedish, byte).x).margin(0.05));
}

TEST_CASE("Any right-to-left letter turns the whole block, also where Swedish comes first") {
  Engine engine = kiosk_engine();
  const char* swedish_first = "Lotsen يساعدك هنا";
  for (const char* language : {"sv", "ar"}) {
    const Block block{.text = swedish_first, .size_px = 32, .language = language};
    CHECK(from_the_left(engine, block, {"Lotsen", "يساعدك", "هنا"}) ==
          std::vector<std::string>{"هنا", "يساعدك", "Lotsen"});
  }
}

TEST_CASE("The language alone decides the side") {
  Engine engine = kiosk_engine();
  const auto left_of = [&](const char* text, const char* language, Align align) {
    const Block block{.text = text, .size_px = 32, .width_px = 600, .align = align, .language = language};
    float left = 600;
    for (std::size_t byte = 0; byte <= block.text.size(); ++byte)
      left = std::min(left, engine.caret(block, byte).x);
    return left;
  };
  for (const char* text : {"abc", "123", "سلام", "?"}) {
    CAPTURE(text);
    CHECK(left_of(text, "sv", Align::start) == 0);
    CHECK(left_of(text, "ar", Align::end) == 0);
    CHECK(left_of(text, "ar", Align::start) > 400);
    CHECK(left_of(text, "sv", Align::end) > 400);
  }
}

TEST_CASE("A telephone number in an isolate reads from left to right inside Dari") {
  Engine engine = kiosk_engine();
  const std::string number = "070-174 06 05";
  const std::string text = "به شمارهٔ " + std::string(kLeftIsolate) + number + kEndIsolate + " زنگ بزنید.";
  const Block block{.text = text, .size_px = 32, .width_px = 900, .language = "prs"};
  CHECK(from_the_left(engine, block, {"شمارهٔ", "070", "174", "06", "05", "زنگ"}) ==
        std::vector<std::string>{"زنگ", "070", "174", "06", "05", "شمارهٔ"});
}

TEST_CASE("An isolated part does not turn the block, unless nothing else says which way it runs") {
  Engine engine = kiosk_engine();
  const auto isolated = [](const std::string& text) { return kFirstIsolate + text + kEndIsolate; };
  const auto runs_from_the_right = [&](const std::string& text) {
    const Block block{.text = text, .size_px = 32, .width_px = 900};
    return engine.caret(block, 0).x > engine.caret(block, text.size()).x;
  };
  CHECK_FALSE(runs_from_the_right("Svar: " + isolated("مرحبًا") + "."));
  CHECK_FALSE(runs_from_the_right("Svar: " + isolated("a " + isolated("مرحبًا") + " b") + "\nmer"));
  CHECK(runs_from_the_right("1. " + isolated("مرحبًا") + " (2)"));
  CHECK(runs_from_the_right(isolated("Svar") + " " + isolated("مرحبًا")));
  CHECK(runs_from_the_right(isolated("Svar") + " مرحبًا Jönköping"));
  CHECK(runs_from_the_right(std::string(kFirstIsolate) + "Svar\nمرحبًا"));  // a line's end ends its isolates
}

TEST_CASE("What stands in an isolate cannot turn what stands around it") {
  Engine engine = kiosk_engine();
  const std::string name = std::string(kFirstIsolate) + "Åsa (Å.) 5" + kEndIsolate;
  const std::string text = "مرحبًا " + name + " 12 يومًا";
  const Block block{.text = text, .size_px = 32, .language = "ar"};
  CHECK(from_the_left(engine, block, {"مرحبًا", "Åsa", "(Å.)", " 5", "12", "يومًا"}) ==
        std::vector<std::string>{"يومًا", "12", "Åsa", "(Å.)", " 5", "مرحبًا"});
}

TEST_CASE("Isolates take no room and have no missing glyph") {
  Engine engine = kiosk_engine();
  const std::string isolated = std::string(kLeftIsolate) + "070-174" + kEndIsolate;
  CHECK(engine.measure({.text = isolated}).width == engine.measure({.text = "070-174"}).width);
  CHECK(engine.measure({.text = isolated}).missing_glyphs == 0);
}

TEST_CASE("Empty text runs from left to right, at the language's side") {
  Engine engine = kiosk_engine();
  CHECK(engine.caret({.text = "", .width_px = 300, .language = "prs"}, 0).x == Approx(300).margin(1));
  CHECK(engine.caret({.text = "", .width_px = 300, .language = "sv"}, 0).x == 0);
}
