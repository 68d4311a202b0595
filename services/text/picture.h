// Pictures beside text: icons as alpha images, and screens as PNG files.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>

#include "services/core/result.h"
#include "services/text/text.h"

namespace lotsen::text {

// An icon made from assets/icons/<name>.svg by the build: a PNG whose alpha is the drawing, 128 px high
// (twice the largest icon at 1920x1080, so sharp on a 4K screen), read and scaled (well, not nearest) to
// size_px x size_px. Errors: not_found, corrupt.
Result<Image> load_icon(const std::filesystem::path& png, int size_px);

// Pixels as 0xXXRRGGBB, `stride` in pixels. Error: io.
Result<void> write_png(const std::filesystem::path& file, int width, int height, int stride,
                       std::span<const std::uint32_t> pixels);

}  // namespace lotsen::text
