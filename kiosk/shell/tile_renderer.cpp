#include "kiosk/shell/tile_renderer.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "kiosk/ui/picture.h"

namespace lotsen::shell {
namespace {

constexpr int kTile = 64;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
  hash ^= value + 0x9E3779B97F4A7C15U + (hash << 12U) + (hash >> 4U);
  return hash * 0xD6E8FEB86659FD93U;
}

// x / 255 for 0 <= x <= 255 * 255, rounded.
constexpr std::uint32_t by_255(std::uint32_t x) {
  return (x + 128 + ((x + 128) >> 8U)) >> 8U;
}

// Red and blue in one multiplication, green in another; 256ths are near enough to 255ths to be exact at the
// ends, which is what keeps flat colours flat.
std::uint32_t blend(std::uint32_t under, std::uint32_t over, std::uint32_t alpha) {
  const std::uint32_t a = alpha + (alpha >> 7U);
  const std::uint32_t red_blue = ((over & 0xFF00FFU) * a + (under & 0xFF00FFU) * (256 - a)) >> 8U;
  const std::uint32_t green = ((over & 0x00FF00U) * a + (under & 0x00FF00U) * (256 - a)) >> 8U;
  return (red_blue & 0xFF00FFU) | (green & 0x00FF00U);
}

int round_to_int(float value) {
  return static_cast<int>(std::lround(value));
}

}  // namespace

std::vector<DirtyBox> TileRenderer::render(const ImDrawData& data, const Pixels& pixels) {
  if (pixels != last_) forget();
  last_ = pixels;
  columns_ = (pixels.width + kTile - 1) / kTile;
  rows_ = (pixels.height + kTile - 1) / kTile;
  collect(data, pixels);
  bin();
  std::vector<DirtyBox> dirty;
  for (int row = 0; row < rows_; ++row) {
    bool joined = false;  // a run of changed tiles is one box
    for (int column = 0; column < columns_; ++column) {
      const auto tile = static_cast<std::size_t>(row * columns_ + column);
      const bool same = !hashes_.empty() && hashes_[tile] == new_hashes_[tile];
      if (!same) {
        const DirtyBox box{column * kTile, row * kTile, std::min(kTile, pixels.width - column * kTile),
                           std::min(kTile, pixels.height - row * kTile)};
        draw_tile(tile, box, pixels);
        if (joined)
          dirty.back().width += box.width;
        else
          dirty.push_back(box);
      }
      joined = !same;
    }
  }
  hashes_.swap(new_hashes_);
  return dirty;
}

// Six indices are one rectangle: its first vertex is the top left corner, its third the bottom right one.
void TileRenderer::collect(const ImDrawData& data, const Pixels& pixels) {
  primitives_.clear();
  for (int l = 0; l < data.CmdListsCount; ++l) {
    const ImDrawList& list = *data.CmdLists[l];
    for (const ImDrawCmd& command : list.CmdBuffer) {
      const int clip_left = std::max(0, round_to_int(command.ClipRect.x));
      const int clip_top = std::max(0, round_to_int(command.ClipRect.y));
      const int clip_right = std::min(pixels.width, round_to_int(command.ClipRect.z));
      const int clip_bottom = std::min(pixels.height, round_to_int(command.ClipRect.w));
      for (unsigned i = 0; i + 6 <= command.ElemCount; i += 6) {
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset + i;
        const ImDrawVert& a = list.VtxBuffer[static_cast<int>(command.VtxOffset + index[0])];
        const ImDrawVert& c = list.VtxBuffer[static_cast<int>(command.VtxOffset + index[2])];
        Primitive p{};
        p.left = std::max(clip_left, round_to_int(a.pos.x));
        p.top = std::max(clip_top, round_to_int(a.pos.y));
        p.right = std::min(clip_right, round_to_int(c.pos.x));
        p.bottom = std::min(clip_bottom, round_to_int(c.pos.y));
        p.alpha = a.col >> IM_COL32_A_SHIFT;
        if (p.left >= p.right || p.top >= p.bottom || p.alpha == 0) continue;
        p.colour = ((a.col >> IM_COL32_R_SHIFT) & 0xFFU) << 16U |
                   ((a.col >> IM_COL32_G_SHIFT) & 0xFFU) << 8U | ((a.col >> IM_COL32_B_SHIFT) & 0xFFU);
        p.picture = static_cast<const ui::Picture*>(command.TextureId);
        if (p.picture != nullptr) {
          p.picture_x = round_to_int(a.uv.x * static_cast<float>(p.picture->image.width)) + p.left -
                        round_to_int(a.pos.x);
          p.picture_y = round_to_int(a.uv.y * static_cast<float>(p.picture->image.height)) + p.top -
                        round_to_int(a.pos.y);
        }
        std::uint64_t hash = mixed(p.colour, p.alpha);
        hash = mixed(hash, static_cast<std::uint64_t>(p.left) << 32U | static_cast<std::uint32_t>(p.top));
        hash = mixed(hash, static_cast<std::uint64_t>(p.right) << 32U | static_cast<std::uint32_t>(p.bottom));
        hash = mixed(
            hash, static_cast<std::uint64_t>(p.picture_x) << 32U | static_cast<std::uint32_t>(p.picture_y));
        p.hash = mixed(hash, p.picture == nullptr ? 0 : p.picture->serial);
        primitives_.push_back(p);
      }
    }
  }
}

void TileRenderer::bin() {
  const auto tiles = static_cast<std::size_t>(columns_ * rows_);
  bins_.resize(tiles);
  for (auto& bin : bins_) bin.clear();
  new_hashes_.assign(tiles, 0);
  for (std::uint32_t i = 0; i < primitives_.size(); ++i) {
    const Primitive& p = primitives_[i];
    const bool covers = p.picture == nullptr && p.alpha == 255;
    for (int row = p.top / kTile; row <= (p.bottom - 1) / kTile; ++row) {
      for (int column = p.left / kTile; column <= (p.right - 1) / kTile; ++column) {
        const auto tile = static_cast<std::size_t>(row * columns_ + column);
        const bool whole = covers && p.left <= column * kTile && p.right >= (column + 1) * kTile &&
                           p.top <= row * kTile && p.bottom >= (row + 1) * kTile;
        if (whole) {  // nothing under it can be seen
          bins_[tile].clear();
          new_hashes_[tile] = 0;
        }
        bins_[tile].push_back(i);
        // Where it lies within the tile is in its hash already, since tiles do not move.
        new_hashes_[tile] = mixed(new_hashes_[tile], whole ? p.colour + 1 : p.hash);
      }
    }
  }
}

void TileRenderer::draw_tile(std::size_t tile, const DirtyBox& box, const Pixels& pixels) const {
  for (const std::uint32_t i : bins_[tile]) draw(primitives_[i], box, pixels);
}

void TileRenderer::draw(const Primitive& p, const DirtyBox& tile, const Pixels& pixels) {
  const int left = std::max(p.left, tile.x);
  const int right = std::min(p.right, tile.x + tile.width);
  const int top = std::max(p.top, tile.y);
  const int bottom = std::min(p.bottom, tile.y + tile.height);
  for (int y = top; y < bottom; ++y) {
    std::uint32_t* row = pixels.data + static_cast<std::ptrdiff_t>(y) * pixels.stride;
    if (p.picture == nullptr) {
      if (p.alpha == 255)
        std::fill(row + left, row + right, p.colour);
      else
        for (int x = left; x < right; ++x) row[x] = blend(row[x], p.colour, p.alpha);
      continue;
    }
    const text::Image& image = p.picture->image;
    const std::uint8_t* mask = image.alpha.data() +
                               static_cast<std::ptrdiff_t>(p.picture_y + y - p.top) * image.width +
                               p.picture_x - p.left;
    for (int x = left; x < right; ++x) {
      if (mask[x] == 0) continue;
      const std::uint32_t alpha = p.alpha == 255 ? mask[x] : by_255(mask[x] * p.alpha);
      row[x] = blend(row[x], p.colour, alpha);
    }
  }
}

}  // namespace lotsen::shell
