#include "kiosk/ui/pictures.h"

#include <algorithm>
#include <cmath>

namespace lotsen::ui {
namespace {

constexpr std::size_t kMostBytes = 12U << 20U;  // some thirty pages of text at 1920x1080

std::string key_of(const text::Block& block) {
  std::string key(block.text);
  for (const double number : {static_cast<double>(block.size_px), static_cast<double>(block.weight),
                              static_cast<double>(block.width_px), static_cast<double>(block.max_lines),
                              static_cast<double>(block.align), static_cast<double>(block.line_height),
                              static_cast<double>(block.hyphenate)}) {
    key += '\x1f';
    key += std::to_string(number);
  }
  return key += block.language;
}

text::Image draw_disc(int diameter) {
  text::Image image{diameter, diameter, {}};
  image.alpha.resize(static_cast<std::size_t>(diameter) * static_cast<std::size_t>(diameter));
  const double radius = diameter / 2.0;
  std::size_t at = 0;
  for (int y = 0; y < diameter; ++y) {
    for (int x = 0; x < diameter; ++x) {
      const double distance = std::hypot(x + 0.5 - radius, y + 0.5 - radius);
      image.alpha[at++] = static_cast<std::uint8_t>(std::clamp(radius - distance + 0.5, 0.0, 1.0) * 255);
    }
  }
  return image;
}

}  // namespace

const TextCache::Entry& TextCache::get(const text::Block& block) {
  Kept& kept = kept_[key_of(block)];
  if (!kept.entry.picture) {
    kept.entry.extent = engine_.measure(block);
    kept.entry.picture = std::make_unique<Picture>(engine_.draw(block));
    bytes_ += kept.entry.picture->image.alpha.size();
  }
  kept.used_in = frame_;
  return kept.entry;
}

void TextCache::trim() {
  ++frame_;
  if (bytes_ <= kMostBytes) return;
  std::erase_if(kept_, [this](const auto& item) {
    const bool old = item.second.used_in + 2 < frame_;
    if (old) bytes_ -= item.second.entry.picture->image.alpha.size();
    return old;
  });
}

const Picture& Shapes::icon(const std::string& name, int size_px) {
  std::unique_ptr<Picture>& kept = icons_[{name, size_px}];
  if (!kept) {
    const auto own = instead_.find(name);
    const std::filesystem::path file = own == instead_.end() ? folder_ / (name + ".png") : own->second;
    Result<text::Image> image = text::load_icon(file, size_px);
    if (!image && missing_.empty()) missing_ = name;
    kept = std::make_unique<Picture>(image ? std::move(*image) : text::Image{});
  }
  return *kept;
}

const Picture& Shapes::disc(int diameter_px) {
  std::unique_ptr<Picture>& kept = discs_[diameter_px];
  if (!kept) kept = std::make_unique<Picture>(draw_disc(diameter_px));
  return *kept;
}

}  // namespace lotsen::ui
