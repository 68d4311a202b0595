#include <numeric>

#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/unit/text/engine_for_tests.h"

using lotsen::tests::kiosk_engine;
using lotsen::text::Align;
using lotsen::text::Block;
using lotsen::text::Engine;
using lotsen::text::Extent;
using lotsen::text::Image;
using lotsen::text::Weight;

namespace {

std::uint8_t at(const Image& image, int x, int y) {
  return image.alpha[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                     static_cast<std::size_t>(x)];
}

// Where ink lies, in pixels of the block.
struct Ink {
  int left = 1 << 20, top = 1 << 20, right = -(1 << 20), bottom = -(1 << 20);
};

Ink ink_of(const Image& image) {
  Ink ink;
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      if (at(image, x, y) < 32) continue;
      ink.left = std::min(ink.left, x - image.origin_x);
      ink.right = std::max(ink.right, x - image.origin_x);
      ink.top = std::min(ink.top, y - image.origin_y);
      ink.bottom = std::max(ink.bottom, y - image.origin_y);
    }
  }
  return ink;
}

}  // namespace

TEST_CASE("The image has the size that measuring promised, when nothing hangs over") {
  Engine engine = kiosk_engine();
  const Block block{.text = "Välkommen. Vad vill du göra?", .size_px = 58, .weight = Weight::bold};
  const Extent extent = engine.measure(block);
  const Image image = engine.draw(block);
  CHECK(image.width == extent.width);
  CHECK(image.height == extent.height);
  CHECK(image.alpha.size() == static_cast<std::size_t>(image.width * image.height));
  CHECK((image.origin_x == 0 && image.origin_y == 0));
}

TEST_CASE("Ink that hangs over the block is kept, and the origin says how far") {
  Engine engine = kiosk_engine();
  const Block tight{.text = "ÅÄÖ", .size_px = 58, .line_height = 0.8F};
  const Image image = engine.draw(tight);
  CHECK(image.origin_y > 0);
  CHECK(image.height > engine.measure(tight).height);
  const Image roomy = engine.draw({.text = "ÅÄÖ", .size_px = 58, .line_height = 2.0F});
  CHECK(std::accumulate(image.alpha.begin(), image.alpha.end(), 0) ==
        std::accumulate(roomy.alpha.begin(), roomy.alpha.end(), 0));
}

TEST_CASE("The baseline lies where a browser puts it and does not move for another script") {
  Engine engine = kiosk_engine();
  // Inter's ascent is 0.96875 and its descent 0.2412 of the size: (76 - 56 - 14) / 2 + 56 = 59.
  const Block latin{.text = "H", .size_px = 58, .line_height = 1.31F};
  CHECK(ink_of(engine.draw(latin)).bottom == 58);
  const Image mixed = engine.draw({.text = "H ህ", .size_px = 58, .line_height = 1.31F});
  const Image alone = engine.draw(latin);
  for (int y = 0; y < alone.height; ++y)
    CHECK(at(alone, 10, y) == at(mixed, 10 + mixed.origin_x, y + mixed.origin_y));
}

TEST_CASE("The second line is one line height below the first") {
  Engine engine = kiosk_engine();
  const Ink one = ink_of(engine.draw({.text = "H", .size_px = 32, .line_height = 1.5F}));
  const Ink two = ink_of(engine.draw({.text = "H\nH", .size_px = 32, .line_height = 1.5F}));
  CHECK(two.top == one.top);
  CHECK(two.bottom == one.bottom + 48);
}

TEST_CASE("Text is aligned within its width, and starts at the right in right-to-left languages") {
  Engine engine = kiosk_engine();
  const auto ink = [&](Align align, const char* language) {
    return ink_of(engine.draw({.text = "HH", .width_px = 400, .align = align, .language = language}));
  };
  CHECK(ink(Align::start, "sv").left < 8);
  CHECK(ink(Align::end, "sv").right > 390);
  CHECK(std::abs(ink(Align::center, "sv").left + ink(Align::center, "sv").right - 400) <= 2);
  CHECK(ink(Align::start, "ar").right > 390);
  CHECK(ink(Align::end, "ar").left < 8);
}

TEST_CASE("Empty text is an empty image as high as a line") {
  Engine engine = kiosk_engine();
  const Image image = engine.draw({.text = "", .size_px = 32});
  CHECK(image.width == 0);
  CHECK(image.height == 42);
  CHECK(engine.measure({.text = ""}).lines == 1);
}

TEST_CASE("What was drawn before leaves no trace in what is drawn next") {
  Engine engine = kiosk_engine();
  const Block block{.text = "Nästa", .size_px = 34, .weight = Weight::semibold};
  const Image before = engine.draw(block);
  engine.draw({.text = "أهلًا بك",
               .size_px = 58,
               .width_px = 90,
               .max_lines = 1,
               .align = Align::center,
               .language = "ar"});
  const Image after = engine.draw(block);
  CHECK(after.width == before.width);
  CHECK(after.alpha == before.alpha);
}
