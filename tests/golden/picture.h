// Picture: what a screen shows, as pixels that tests compare, and its PNG files. Files throw
// std::runtime_error, which names them.
#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

namespace lotsen::tests {

struct Picture {
  int width = 0;
  int height = 0;
  std::vector<std::uint32_t> pixels;  // 0xRRGGBB
};

// Each pixel the mean of two by two: what a golden picture keeps of a screen.
Picture half_size(const Picture& whole);

Picture read_picture(const std::filesystem::path& png);
void write_picture(const std::filesystem::path& png, const Picture& picture);

}  // namespace lotsen::tests
