#include "services/text/surface.h"

#include <algorithm>

namespace lotsen::text {

Image unpadded(cairo_surface_t* surface) {
  Image image;
  image.width = cairo_image_surface_get_width(surface);
  image.height = cairo_image_surface_get_height(surface);
  image.alpha.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
  const unsigned char* pixels = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < image.height && pixels != nullptr; ++y) {
    std::copy_n(pixels + static_cast<std::ptrdiff_t>(y) * stride, image.width,
                image.alpha.begin() + static_cast<std::ptrdiff_t>(y) * image.width);
  }
  return image;
}

}  // namespace lotsen::text
