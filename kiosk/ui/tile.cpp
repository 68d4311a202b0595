// Tiles: an icon, a title and a sentence, in a grid.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

constexpr float kTilePadding = 36;
constexpr float kPlate = 84;  // under a tile's icon
constexpr float kTileGap = 24;

// A tile without an icon is a line or two of text.
float padding_of(const Tile& tile) {
  return tile.icon.empty() ? 22 : kTilePadding;
}

TextStyle tile_title(const Tile& tile, const Theme& theme) {
  return {tile.icon.empty() ? 34.0F : 38.0F, text::Weight::semibold,
          tile.primary ? theme.on_brand : theme.ink, 1.25F};
}

TextStyle tile_text(const Tile& tile, const Theme& theme) {
  return {kHintSize, text::Weight::regular, tile.primary ? theme.on_brand : theme.ink_secondary};
}

}  // namespace

float Ui::width_of(const Tile& tile) {
  return std::ceil(text_width(tile.title, tile_title(tile, *theme_))) + 2 * padding_of(tile) + 1;
}

float Ui::height_of(const Tile& tile, float width) {
  const float text_width = width - 2 * padding_of(tile);
  const float texts =
      text_height(tile.title, tile_title(tile, *theme_), text_width) +
      (tile.text.empty() ? 0 : 4 + text_height(tile.text, tile_text(tile, *theme_), text_width));
  return 2 * padding_of(tile) + (tile.icon.empty() ? 0 : kPlate + kTileGap) + texts;
}

bool Ui::tile(const Area& area, const Tile& tile) {
  const Touch touched =
      touch({.id = tile.id, .role = Role::tile, .label = tile.title, .hint = tile.text}, area);
  const Box box = box_of(area);
  const Colour ground = tile.primary ? theme_->brand : theme_->surface;
  const Colour ink = tile.primary ? theme_->on_brand : theme_->ink;
  const Colour shown = touched.held ? mix(ground, ink, 0.14) : ground;
  if (touched.ring) focus_ring(box, kRadius);
  if (tile.primary) {
    canvas_.fill_round(box, kRadius, shown);
  } else {
    // A shadow of one line, as if the tile lay on the page.
    canvas_.fill_round({box.x, box.y + 2 * scale_, box.width, box.height}, kRadius, theme_->line);
    canvas_.outline_round(box, kRadius, 2, theme_->line, shown);
  }
  if (!tile.icon.empty()) tile_icon(area, tile);

  const float text_width = (area.width - 2 * padding_of(tile)) * scale_;
  const TextStyle title = tile_title(tile, *theme_);
  const TextStyle text = tile_text(tile, *theme_);
  const auto title_height = static_cast<float>(canvas_.measure(tile.title, title, text_width).height);
  const float text_height =
      tile.text.empty()
          ? 0
          : static_cast<float>(canvas_.measure(tile.text, text, text_width).height) + 4 * scale_;
  const float x = box.x + padding_of(tile) * scale_;
  const float below =
      tile.icon.empty() ? (box.height - text_height - title_height) / 2 : padding_of(tile) * scale_;
  const float y = box.y + box.height - below - text_height - title_height;
  canvas_.text(tile.title, title, x, y, text_width);
  canvas_.text(tile.text, text, x, y + title_height + 4 * scale_, text_width);
  return touched.pressed;
}

void Ui::grid(int columns, const std::vector<Tile>& tiles, float least_height,
              const std::function<void(const Tile&)>& pressed) {
  const auto across = static_cast<std::size_t>(columns);
  const float width = (column_.width - static_cast<float>(columns - 1) * kGap) / static_cast<float>(columns);
  for (std::size_t first = 0; first < tiles.size(); first += across) {
    const std::size_t last = std::min(first + across, tiles.size());
    float height = std::max(least_height, least_press_);
    for (std::size_t i = first; i < last; ++i) height = std::max(height, height_of(tiles[i], width));
    for (std::size_t i = first; i < last; ++i) {
      const float x = column_.x + static_cast<float>(i - first) * (width + kGap);
      if (tile({x, column_.y, width, height}, tiles[i])) pressed(tiles[i]);
    }
    space(height + (last < tiles.size() ? kGap : 0));
  }
}

void Ui::tile_icon(const Area& area, const Tile& tile) {
  const float icon = 44;
  const Box plate = box_of({area.x + padding_of(tile), area.y + padding_of(tile), kPlate, kPlate});
  const Colour ground = tile.primary ? mix(theme_->brand, theme_->on_brand, 0.18)
                                     : mix(theme_->surface, theme_->brand_bright, 0.12);
  const Colour ink = tile.primary ? theme_->on_brand : theme_->brand;
  if (theme_->outlined)
    canvas_.outline_round(plate, kRadius, 3, ink, tile.primary ? theme_->brand : theme_->surface);
  else
    canvas_.fill_round(plate, kRadius, ground);
  const float inset = (kPlate - icon) / 2 * scale_;
  canvas_.icon(tile.icon, plate.x + inset, plate.y + inset, icon, ink);
}

}  // namespace lotsen::ui
