#include "tests/golden/comparison.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace lotsen::tests {
namespace {

constexpr std::uint32_t kRed = 0xE00000;

bool same_size(const Picture& a, const Picture& b) {
  return a.width == b.width && a.height == b.height;
}

bool differ(std::uint32_t a, std::uint32_t b) {
  return std::ranges::any_of(std::initializer_list<int>{0, 8, 16}, [&](int shift) {
    const auto channel = [shift](std::uint32_t pixel) { return static_cast<int>(pixel >> shift & 0xFF); };
    return std::abs(channel(a) - channel(b)) > kLevelTolerance;
  });
}

// A quarter of it on white.
std::uint32_t paled(std::uint32_t pixel) {
  return 0xC0C0C0 + (pixel >> 2 & 0x3F3F3F);
}

}  // namespace

double differing_share(const Picture& accepted, const Picture& shown) {
  if (!same_size(accepted, shown)) return 1;
  std::size_t differing = 0;
  for (std::size_t i = 0; i < shown.pixels.size(); ++i)
    differing += differ(accepted.pixels[i], shown.pixels[i]) ? 1 : 0;
  return static_cast<double>(differing) / static_cast<double>(shown.pixels.size());
}

double worst_tile_share(const Picture& accepted, const Picture& shown) {
  constexpr int kSide = 32;
  if (!same_size(accepted, shown)) return 1;
  std::map<std::pair<int, int>, int> differing;
  for (std::size_t i = 0; i < shown.pixels.size(); ++i) {
    const int at = static_cast<int>(i);
    if (differ(accepted.pixels[i], shown.pixels[i]))
      ++differing[{at % shown.width / kSide, at / shown.width / kSide}];
  }
  int worst = 0;
  for (const auto& [tile, count] : differing) worst = std::max(worst, count);
  return static_cast<double>(worst) / (kSide * kSide);
}

Picture difference_picture(const Picture& accepted, const Picture& shown) {
  Picture difference = shown;
  const bool comparable = same_size(accepted, shown);
  for (std::size_t i = 0; i < shown.pixels.size(); ++i) {
    const bool differs = !comparable || differ(accepted.pixels[i], shown.pixels[i]);
    difference.pixels[i] = differs ? kRed : paled(shown.pixels[i]);
  }
  return difference;
}

}  // namespace lotsen::tests
