#include "services/text/picture.h"

#include <fstream>
#include <iterator>
#include <numeric>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using lotsen::ErrorCode;
using lotsen::tests::TempFolder;
using lotsen::text::Image;
using lotsen::text::load_icon;
using lotsen::text::write_png;

namespace {

const std::filesystem::path kIcons = LOTSEN_ICONS;

double mean(const Image& image) {
  return std::accumulate(image.alpha.begin(), image.alpha.end(), 0.0) /
         static_cast<double>(image.alpha.size());
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("An icon keeps its weight at every size") {
  const double whole = mean(load_icon(kIcons / "document.png", 256).value());
  REQUIRE(whole > 10);
  for (const int size : {20, 27, 34, 48, 96, 160}) {
    const Image icon = load_icon(kIcons / "document.png", size).value();
    CHECK(icon.width == size);
    CHECK(icon.height == size);
    CHECK(icon.alpha.size() == static_cast<std::size_t>(size * size));
    CHECK(mean(icon) == Approx(whole).epsilon(0.02));
  }
}

TEST_CASE("An icon is scaled with soft edges and keeps its shape") {
  const Image half_moon = load_icon(kIcons / "contrast.png", 40).value();
  const auto at = [&](std::size_t x, std::size_t y) { return half_moon.alpha[y * 40 + x]; };
  CHECK(at(12, 20) == 255);
  CHECK(at(28, 20) == 0);
  CHECK(at(0, 0) == 0);
  const auto soft = std::count_if(half_moon.alpha.begin(), half_moon.alpha.end(),
                                  [](std::uint8_t alpha) { return alpha > 20 && alpha < 235; });
  CHECK(soft > 40);
}

TEST_CASE("An icon that is missing or broken is told apart") {
  const TempFolder folder;
  std::ofstream(folder.path() / "broken.png") << "not a picture";
  const auto missing = load_icon(folder.path() / "missing.png", 32);
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK_THAT(missing.error().detail, Catch::Contains("missing.png"));
  const auto broken = load_icon(folder.path() / "broken.png", 32);
  REQUIRE_FALSE(broken);
  CHECK(broken.error().code == ErrorCode::corrupt);
}

TEST_CASE("A screen becomes a PNG of its size, whatever its stride") {
  const TempFolder folder;
  const std::vector<std::uint32_t> tight = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFF};
  const std::vector<std::uint32_t> wide = {0xFF0000, 0x00FF00, 7, 0x0000FF, 0xFFFFFF, 7};
  const std::vector<std::uint32_t> other = {0xFF0000, 0x00FF00, 0x0000FF, 0xFFFFFE};
  REQUIRE(write_png(folder.path() / "tight.png", 2, 2, 2, tight));
  REQUIRE(write_png(folder.path() / "wide.png", 2, 2, 3, wide));
  REQUIRE(write_png(folder.path() / "other.png", 2, 2, 2, other));
  const std::string png = bytes_of(folder.path() / "tight.png");
  CHECK(png.starts_with("\x89PNG"));
  CHECK(png.substr(16, 8) == std::string("\0\0\0\2\0\0\0\2", 8));
  CHECK(png == bytes_of(folder.path() / "wide.png"));
  CHECK(png != bytes_of(folder.path() / "other.png"));
}

TEST_CASE("A PNG that cannot be written is an error that names it") {
  const auto written = write_png("/nowhere/screen.png", 1, 1, 1, std::vector<std::uint32_t>{0});
  REQUIRE_FALSE(written);
  CHECK(written.error().code == ErrorCode::io);
  CHECK_THAT(written.error().detail, Catch::Contains("/nowhere/screen.png"));
}
