#include "kiosk/ui/canvas.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace lotsen::ui {
namespace {

ImDrawList& list() {
  return *ImGui::GetWindowDrawList();
}

// Whole pixels, so that edges are sharp and the renderer never has to blend them.
struct Pixels {
  explicit Pixels(const Box& box)
      : left(std::round(box.x)),
        top(std::round(box.y)),
        right(std::round(box.x + box.width)),
        bottom(std::round(box.y + box.height)) {}
  float left, top, right, bottom;
};

// Pictures that point along the line of reading.
const std::string& turned(const std::string& icon) {
  static const std::map<std::string, std::string> kTurned{{"arrow-left", "arrow-right"},
                                                          {"arrow-right", "arrow-left"}};
  const auto found = kTurned.find(icon);
  return found == kTurned.end() ? icon : found->second;
}

}  // namespace

void Canvas::begin(float scale, float text_scale, std::string_view language, float mirror_width) {
  scale_ = scale;
  text_scale_ = text_scale;
  opacity_ = 1;
  language_ = language;
  mirror_width_ = mirror_width;
  mirrored_ = true;
  faults_.clear();
}

Box Canvas::placed(const Box& box) const {
  if (!mirrored()) return box;
  return {mirror_width_ - box.x - box.width, box.y, box.width, box.height};
}

int Canvas::px(float design) const {
  return static_cast<int>(std::lround(design * scale_));
}

std::uint32_t Canvas::tint(Colour colour) const {
  const auto alpha = static_cast<int>(std::lround(opacity_ * 255));
  return IM_COL32((colour >> 16U) & 0xFFU, (colour >> 8U) & 0xFFU, colour & 0xFFU, alpha);
}

void Canvas::fill(const Box& box, Colour colour) {
  raw_fill(placed(box), colour);
}

void Canvas::raw_fill(const Box& box, Colour colour) {
  const Pixels p(box);
  if (p.right <= p.left || p.bottom <= p.top) return;
  list().AddRectFilled({p.left, p.top}, {p.right, p.bottom}, tint(colour));
}

void Canvas::fill_round(const Box& box, float radius, Colour colour) {
  raw_round(placed(box), radius, colour);
}

// Three bands and four quarters of a disc.
void Canvas::raw_round(const Box& box, float radius, Colour colour) {
  const Pixels p(box);
  const float most = std::floor(std::min(p.right - p.left, p.bottom - p.top) / 2);
  const float r = std::min(static_cast<float>(px(radius)), most);
  if (r < 1) return raw_fill(box, colour);
  const Picture& disc = shapes_.disc(static_cast<int>(r) * 2);
  raw_fill({p.left, p.top + r, p.right - p.left, p.bottom - p.top - 2 * r}, colour);
  raw_fill({p.left + r, p.top, p.right - p.left - 2 * r, r}, colour);
  raw_fill({p.left + r, p.bottom - r, p.right - p.left - 2 * r, r}, colour);
  picture_part(disc, {0, 0, r, r}, p.left, p.top, colour);
  picture_part(disc, {r, 0, r, r}, p.right - r, p.top, colour);
  picture_part(disc, {0, r, r, r}, p.left, p.bottom - r, colour);
  picture_part(disc, {r, r, r, r}, p.right - r, p.bottom - r, colour);
}

void Canvas::outline_round(const Box& box, float radius, float width, Colour line, Colour inside) {
  const float w = std::max(1.0F, std::round(width * scale_));
  const Pixels p(placed(box));
  raw_round({p.left, p.top, p.right - p.left, p.bottom - p.top}, radius, line);
  raw_round({p.left + w, p.top + w, p.right - p.left - 2 * w, p.bottom - p.top - 2 * w}, radius - width,
            inside);
}

void Canvas::disc(float centre_x, float centre_y, float diameter, Colour colour) {
  const Picture& disc = shapes_.disc(std::max(2, px(diameter)));
  const auto size = static_cast<float>(disc.image.width);
  const Box box = placed({centre_x - size / 2, centre_y - size / 2, size, size});
  picture(disc, box.x, box.y, colour);
}

void Canvas::icon(const std::string& name, float x, float y, float size, Colour colour) {
  const Picture& drawn = shapes_.icon(mirrored() ? turned(name) : name, px(size));
  const Box box = placed({x, y, static_cast<float>(px(size)), static_cast<float>(px(size))});
  picture(drawn, box.x, box.y, colour);
}

text::Block Canvas::block(std::string_view text, const TextStyle& style, float width_px) const {
  return {.text = text,
          .size_px = style.size * scale_ * text_scale_,
          .weight = style.weight,
          .width_px = static_cast<int>(std::ceil(width_px)),
          .max_lines = style.max_lines,
          .align = style.align,
          .hyphenate = !style.visitors,
          .language = language_,
          .line_height = style.line_height};
}

TextStyle Canvas::fitted(std::string_view text, TextStyle style, float width_px) {
  constexpr float kStep = 0.9F;
  constexpr int kMostSteps = 6;
  if (width_px <= 0 || style.visitors) return style;
  for (int i = 0; i < kMostSteps && texts_.get(block(text, style, width_px)).extent.broken_word; ++i)
    style.size *= kStep;
  return style;
}

text::Extent Canvas::measure(std::string_view text, const TextStyle& style, float width_px) {
  return texts_.get(block(text, fitted(text, style, width_px), width_px)).extent;
}

void Canvas::text(std::string_view text, const TextStyle& style, float x, float y, float width_px) {
  if (text.empty()) return;
  const TextStyle fit = fitted(text, style, width_px);
  const text::Block set = block(text, fit, width_px);
  const TextCache::Entry& entry = texts_.get(set);
  const text::Extent& extent = entry.extent;
  const bool broken = extent.broken_word && !style.visitors;
  constexpr float kReadable = 0.8F;  // of the usual size
  if (extent.missing_glyphs > 0 || broken || fit.size * text_scale_ < kReadable * style.size ||
      (set.width_px > 0 && extent.width > set.width_px))
    faults_.emplace_back(text);
  const auto width = static_cast<float>(set.width_px > 0 ? set.width_px : entry.extent.width);
  block_at(set, style.colour, placed({x, y, width, 0}).x, y);
}

// Ink may hang over its block: a tight Å, Arabic marks.
void Canvas::block_at(const text::Block& block, Colour colour, float x, float y) {
  const Picture& drawn = *texts_.get(block).picture;
  picture(drawn, x - static_cast<float>(drawn.image.origin_x), y - static_cast<float>(drawn.image.origin_y),
          colour);
}

void Canvas::push_clip(const Box& box) {
  const Pixels p(placed(box));
  ImGui::PushClipRect({p.left, p.top}, {p.right, p.bottom}, true);
}

void Canvas::pop_clip() {
  ImGui::PopClipRect();
}

void Canvas::begin_front() {
  list().ChannelsSplit(2);
  list().ChannelsSetCurrent(1);
}

void Canvas::begin_back() {
  list().ChannelsSetCurrent(0);
}

void Canvas::end_layers() {
  list().ChannelsMerge();
}

void Canvas::picture(const Picture& picture, float x, float y, Colour colour) {
  picture_part(picture,
               {0, 0, static_cast<float>(picture.image.width), static_cast<float>(picture.image.height)}, x,
               y, colour);
}

void Canvas::picture_part(const Picture& picture, const Box& part, float x, float y, Colour colour) {
  if (picture.image.width == 0) return;
  const auto width = static_cast<float>(picture.image.width);
  const auto height = static_cast<float>(picture.image.height);
  const ImVec2 at{std::round(x), std::round(y)};
  // ImGui wants a mutable pointer as the id; the renderer only reads.
  list().AddImage(const_cast<Picture*>(&picture), at, {at.x + part.width, at.y + part.height},
                  {part.x / width, part.y / height},
                  {(part.x + part.width) / width, (part.y + part.height) / height}, tint(colour));
}

}  // namespace lotsen::ui
