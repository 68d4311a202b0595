#include "tests/golden/picture.h"

#include <png.h>

#include <stdexcept>

#include "services/text/picture.h"

namespace lotsen::tests {
namespace {

std::uint32_t mean(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  std::uint32_t mixed = 0;
  for (const int shift : {0, 8, 16}) {
    const auto channel = [shift](std::uint32_t pixel) { return pixel >> shift & 0xFF; };
    mixed |= (channel(a) + channel(b) + channel(c) + channel(d) + 2) / 4 << shift;
  }
  return mixed;
}

}  // namespace

Picture half_size(const Picture& whole) {
  Picture half{whole.width / 2, whole.height / 2, {}};
  half.pixels.reserve(whole.pixels.size() / 4);
  const auto at = [&](int x, int y) {
    return whole.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(whole.width) +
                        static_cast<std::size_t>(x)];
  };
  for (int y = 0; y < 2 * half.height; y += 2) {
    for (int x = 0; x < 2 * half.width; x += 2)
      half.pixels.push_back(mean(at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)));
  }
  return half;
}

Picture read_picture(const std::filesystem::path& png) {
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_file(&image, png.c_str()) == 0)
    throw std::runtime_error(png.string() + ": " + image.message);
  image.format = PNG_FORMAT_BGRA;  // in memory as 0xAARRGGBB
  Picture picture{static_cast<int>(image.width), static_cast<int>(image.height), {}};
  picture.pixels.resize(PNG_IMAGE_SIZE(image) / sizeof(std::uint32_t));
  if (png_image_finish_read(&image, nullptr, picture.pixels.data(), 0, nullptr) == 0)
    throw std::runtime_error(png.string() + ": " + image.message);
  for (std::uint32_t& pixel : picture.pixels) pixel &= 0xFFFFFF;
  return picture;
}

void write_picture(const std::filesystem::path& png, const Picture& picture) {
  std::filesystem::create_directories(png.parent_path());
  const auto written = text::write_png(png, picture.width, picture.height, picture.width, picture.pixels);
  if (!written) throw std::runtime_error(written.error().detail);
}

}  // namespace lotsen::tests
