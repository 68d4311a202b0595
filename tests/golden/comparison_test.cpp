// Whether the comparison of pictures sees what it is for.
#include <algorithm>

#include "tests/golden/comparison.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "tests/ui/stage.h"

namespace lotsen::tests {
namespace {

constexpr std::uint32_t kGround = 0xF6F4EF;
constexpr std::uint32_t kBrand = 0x0A4A66;

Picture plain() {
  return {480, 270, std::vector<std::uint32_t>(480 * 270, kGround)};
}

void fill(Picture& picture, int x, int y, int width, int height, std::uint32_t colour) {
  for (int row = y; row < y + height; ++row) {
    const auto begin = picture.pixels.begin() + row * picture.width + x;
    std::fill(begin, begin + width, colour);
  }
}

Picture with_button(int x, std::uint32_t colour = kBrand) {
  Picture picture = plain();
  fill(picture, x, 100, 120, 48, colour);
  return picture;
}

Picture home(const std::function<void(Stage&)>& change) {
  Stage stage;
  change(stage);
  stage.paint();
  Picture picture{stage.width(), stage.height(), stage.pixels()};
  return half_size(picture);
}

}  // namespace

TEST_CASE("a picture is like itself") {
  CHECK(differing_share(with_button(40), with_button(40)) == 0);
  CHECK(alike(with_button(40), with_button(40)));
}

TEST_CASE("a changed colour is seen, a shade that nobody sees is not") {
  CHECK_FALSE(alike(with_button(40), with_button(40, 0x0A4A86)));
  CHECK(alike(with_button(40), with_button(40, 0x0A4A6A)));
  CHECK(alike(plain(), Picture{480, 270, std::vector<std::uint32_t>(480 * 270, kGround - 0x181818)}));
  CHECK_FALSE(alike(plain(), Picture{480, 270, std::vector<std::uint32_t>(480 * 270, kGround - 0x19)}));
}

TEST_CASE("a box moved by two pixels is seen, a few edges set otherwise are not") {
  CHECK_FALSE(alike(with_button(40), with_button(42)));
  Picture edges = plain();
  fill(edges, 0, 0, 129, 1, 0);  // of 129 600
  CHECK(alike(plain(), edges));
  fill(edges, 129, 0, 1, 1, 0);
  CHECK_FALSE(alike(plain(), edges));
}

TEST_CASE("one word missing on a real page is seen") {
  const Picture whole = home([](Stage&) {});
  Picture without = whole;
  Stage stage;
  const ui::Box label = stage.find("access.contrast")->box;
  fill(without, static_cast<int>(label.x) / 2 + 8, static_cast<int>(label.y) / 2 + 8,
       static_cast<int>(label.width) / 2 - 16, static_cast<int>(label.height) / 2 - 16, 0xFFFFFF);
  CHECK_FALSE(alike(whole, without));
}

TEST_CASE("pictures of different sizes are not alike") {
  const Picture wide{2, 1, {0, 0}};
  const Picture tall{1, 2, {0, 0}};
  CHECK(differing_share(wide, tall) == 1);
  CHECK(difference_picture(wide, tall).pixels == std::vector<std::uint32_t>{0xE00000, 0xE00000});
}

TEST_CASE("the difference picture has in red what differs, and only that") {
  const Picture difference = difference_picture(with_button(40), with_button(42));
  const auto red = std::ranges::count(difference.pixels, 0xE00000U);
  CHECK(red == 2 * 2 * 48);
  CHECK(difference.pixels[100 * 480 + 41] == 0xE00000);
  CHECK(difference.pixels[100 * 480 + 100] == 0xC0C0C0 + 0x021219);
}

TEST_CASE("half the size is the mean of two by two, rounded") {
  const Picture half = half_size({4,
                                  2,
                                  {0xFF0000, 0xFF0000, 0x000001, 0x000002,  //
                                   0x00FF00, 0x00FF00, 0x000002, 0x000002}});
  CHECK(half.width == 2);
  CHECK(half.height == 1);
  CHECK(half.pixels == std::vector<std::uint32_t>{0x808000, 0x000002});
}

TEST_CASE("a picture comes back from its file as it was") {
  const TempFolder folder;
  const Picture written = with_button(40);
  write_picture(folder.path() / "new" / "button.png", written);
  const Picture read = read_picture(folder.path() / "new" / "button.png");
  CHECK(read.width == written.width);
  CHECK(read.height == written.height);
  CHECK(read.pixels == written.pixels);
  CHECK_THROWS_WITH(read_picture(folder.path() / "missing.png"), Catch::Contains("missing.png"));
}

TEST_CASE("a press, another language and a larger text are seen on a real page") {
  const Picture usual = home([](Stage&) {});
  CHECK(alike(usual, home([](Stage&) {})));
  CHECK_FALSE(alike(usual, home([](Stage& stage) { stage.down("home.services"); })));
  CHECK_FALSE(alike(usual, home([](Stage& stage) { stage.press("lang.en"); })));
  CHECK_FALSE(alike(usual, home([](Stage& stage) { stage.press("access.text_size"); })));
}

}  // namespace lotsen::tests
