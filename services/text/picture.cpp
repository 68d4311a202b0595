#include "services/text/picture.h"

#include <algorithm>

#include "services/text/surface.h"

namespace lotsen::text {
namespace {

Result<void> check_read(cairo_surface_t* surface, const std::filesystem::path& png) {
  switch (cairo_surface_status(surface)) {
    case CAIRO_STATUS_SUCCESS:
      return {};
    case CAIRO_STATUS_FILE_NOT_FOUND:
      return fail(ErrorCode::not_found, png.string() + " does not exist");
    default:
      return fail(ErrorCode::corrupt, png.string() + " is not a PNG that can be read");
  }
}

SurfaceHandle scaled_alpha(cairo_surface_t* source, int size_px) {
  SurfaceHandle target(cairo_image_surface_create(CAIRO_FORMAT_A8, size_px, size_px));
  const CairoHandle cairo(cairo_create(target.get()));
  cairo_scale(cairo.get(), static_cast<double>(size_px) / cairo_image_surface_get_width(source),
              static_cast<double>(size_px) / cairo_image_surface_get_height(source));
  cairo_set_source_surface(cairo.get(), source, 0, 0);
  cairo_pattern_set_filter(cairo_get_source(cairo.get()), CAIRO_FILTER_GOOD);
  cairo_set_operator(cairo.get(), CAIRO_OPERATOR_SOURCE);
  cairo_paint(cairo.get());
  cairo_surface_flush(target.get());
  return target;
}

}  // namespace

Result<Image> load_icon(const std::filesystem::path& png, int size_px) {
  const SurfaceHandle source(cairo_image_surface_create_from_png(png.c_str()));
  const Result<void> read = check_read(source.get(), png);
  if (!read) return tl::unexpected(read.error());
  const SurfaceHandle scaled = scaled_alpha(source.get(), size_px);
  return unpadded(scaled.get());
}

Result<void> write_png(const std::filesystem::path& file, int width, int height, int stride,
                       std::span<const std::uint32_t> pixels) {
  // Cairo wants to own writable rows of its own stride; it only reads them here.
  SurfaceHandle surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
  auto* rows = cairo_image_surface_get_data(surface.get());
  const int row_bytes = cairo_image_surface_get_stride(surface.get());
  for (int y = 0; y < height && rows != nullptr; ++y) {
    const auto row = pixels.subspan(static_cast<std::size_t>(y) * static_cast<std::size_t>(stride),
                                    static_cast<std::size_t>(width));
    std::copy(row.begin(), row.end(),
              reinterpret_cast<std::uint32_t*>(rows + static_cast<std::ptrdiff_t>(y) * row_bytes));
  }
  cairo_surface_mark_dirty(surface.get());
  const cairo_status_t status = cairo_surface_write_to_png(surface.get(), file.c_str());
  if (status == CAIRO_STATUS_SUCCESS) return {};
  return fail(ErrorCode::io, file.string() + ": " + cairo_status_to_string(status));
}

}  // namespace lotsen::text
