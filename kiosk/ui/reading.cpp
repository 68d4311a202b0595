// Widgets to read: headings, texts, notices, steps, cards.
#include <algorithm>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

const char* icon_of(NoticeKind kind) {
  switch (kind) {
    case NoticeKind::information:
      return "information";
    case NoticeKind::success:
      return "check";
    case NoticeKind::error:
      return "warning";
  }
  return "";
}

}  // namespace

void Ui::panel(const Area& area, Colour colour) {
  canvas_.fill(box_of(area), colour);
}

void Ui::rule(const Area& area) {
  canvas_.fill(box_of(area), theme_->line);
}

void Ui::divider() {
  rule({column_.x, column_.y - 1, column_.width, 2});
}

void Ui::heading(const std::string& id, std::string_view text, float size, std::string_view value) {
  const TextStyle style{size, text::Weight::bold, theme_->ink, 1.2F};
  const Box box = box_of(column_);
  const text::Extent extent = canvas_.measure(text, style, box.width);
  canvas_.text(text, style, box.x, box.y, box.width);
  const auto height = static_cast<float>(extent.height);
  record({.id = id,
          .role = Role::heading,
          .label = std::string(text),
          .value = std::string(value),
          .box = {box.x, box.y, box.width, height}});
  space(height / scale_);
}

void Ui::body(const std::string& id, std::string_view text, const TextStyle& style) {
  paragraph(id, Role::text, text, style);
}

void Ui::paragraph(const std::string& id, Role role, std::string_view text, const TextStyle& style) {
  if (text.empty()) return;
  const Box box = box_of(column_);
  const text::Extent extent = canvas_.measure(text, style, box.width);
  canvas_.text(text, style, box.x, box.y, box.width);
  const auto height = static_cast<float>(extent.height);
  record({.id = id, .role = role, .label = std::string(text), .box = {box.x, box.y, box.width, height}});
  space(height / scale_);
}

// The text's own lines stand under each other, not under the dot.
void Ui::bullet(const std::string& id, std::string_view text, const TextStyle& style) {
  const Box box = box_of(column_);
  const float dot = style.size * text_scale() * 0.24F;
  canvas_.disc(box.x + dot * scale_, box.y + style.size * text_scale() * style.line_height * 0.52F * scale_,
               dot, style.colour);
  const float indent = style.size * text_scale() * 0.8F;
  column_.x += indent;
  column_.width -= indent;
  body(id, text, style);
  column_.x -= indent;
  column_.width += indent;
}

// On one line where it fits, else wrapped in the area's width.
void Ui::label_at(const Area& area, const std::string& id, Role role, std::string_view text,
                  const TextStyle& style) {
  const Box box = box_of(area);
  text::Extent extent = canvas_.measure(text, style);
  const bool wraps = static_cast<float>(extent.width) > box.width;
  if (wraps) extent = canvas_.measure(text, style, box.width);
  const float width = wraps ? box.width : static_cast<float>(extent.width);
  const auto height = static_cast<float>(extent.height);
  const float x = style.align == text::Align::end      ? box.x + box.width - width
                  : style.align == text::Align::center ? box.x + (box.width - width) / 2
                                                       : box.x;
  const float y = box.y + (box.height - height) / 2;
  TextStyle placed = style;
  if (!wraps) placed.align = text::Align::start;
  canvas_.text(text, placed, x, y, wraps ? box.width : 0);
  record(
      {.id = id, .role = role, .label = std::string(text), .box = {x, y, width, height}, .secondary = true});
}

void Ui::icon_at(const Area& area, const std::string& icon, Colour colour) {
  const Box box = box_of(area);
  canvas_.icon(icon, box.x, box.y, area.width, colour);
}

void Ui::status(const std::string& id, std::string_view text, NoticeKind kind) {
  const Colour colour = kind == NoticeKind::success ? theme_->success
                        : kind == NoticeKind::error ? theme_->error
                                                    : theme_->brand;
  const TextStyle style{kQuestionSize, text::Weight::semibold, colour};
  const Box box = box_of(column_);
  const float icon = 36 * std::min(text_scale(), 1.6F);
  const float beside = (icon + 12) * scale_;
  const text::Extent extent = canvas_.measure(text, style, box.width - beside);
  const auto height = static_cast<float>(extent.height);
  const float line = height / static_cast<float>(std::max(1, extent.lines));
  canvas_.icon(kind == NoticeKind::information ? "clock" : icon_of(kind), box.x,
               box.y + (line - icon * scale_) / 2, icon, colour);
  canvas_.text(text, style, box.x + beside, box.y, box.width - beside);
  record({.id = id,
          .role = Role::status,
          .label = std::string(text),
          .box = {box.x + beside, box.y, static_cast<float>(extent.width), height}});
  space(height / scale_);
}

// Side by side, under each other where there is no room.
void Ui::label_value(const std::string& id, std::string_view label, std::string_view value) {
  const TextStyle label_style{kQuestionSize, text::Weight::regular, theme_->ink_secondary};
  const TextStyle value_style{kQuestionSize + 4, text::Weight::semibold, theme_->ink};
  const Box box = box_of(column_);
  const auto label_extent = canvas_.measure(label, label_style);
  const auto value_extent = canvas_.measure(value, value_style);
  const auto label_width = static_cast<float>(label_extent.width) + 20 * scale_;
  const bool beside = label_width + static_cast<float>(value_extent.width) <= box.width;
  const auto label_height = static_cast<float>(label_extent.height);
  const auto value_height = static_cast<float>(value_extent.height);
  const float height = beside ? std::max(label_height, value_height) : label_height + value_height;
  canvas_.text(label, label_style, box.x, beside ? box.y + (height - label_height) / 2 : box.y);
  const float x = beside ? box.x + label_width : box.x;
  canvas_.text(value, value_style, x, beside ? box.y : box.y + label_height);
  record({.id = id,
          .role = Role::text,
          .label = std::string(label),
          .value = std::string(value),
          .box = {box.x, box.y, x - box.x + static_cast<float>(value_extent.width), height}});
  space(height / scale_);
}

void Ui::notice(const std::string& id, NoticeKind kind, std::string_view text) {
  const Colour colour = kind == NoticeKind::success ? theme_->success
                        : kind == NoticeKind::error ? theme_->error
                                                    : theme_->brand;
  const TextStyle style{kBodySize, text::Weight::regular, theme_->ink};
  const float padding = 28;
  const float icon = 36 * std::min(text_scale(), 1.6F);
  const float beside = icon + 18;
  const Area inner{column_.x + padding + beside, column_.y + padding, column_.width - 2 * padding - beside,
                   0};
  const text::Extent extent = canvas_.measure(text, style, inner.width * scale_);
  const float line =
      static_cast<float>(extent.height) / scale_ / static_cast<float>(std::max(1, extent.lines));
  const float height = static_cast<float>(extent.height) / scale_ + 2 * padding;
  const Box box = box_of({column_.x, column_.y, column_.width, height});
  canvas_.outline_round(box, kFieldRadius, 3, colour, theme_->surface);
  const Box at = box_of(inner);
  canvas_.icon(icon_of(kind), box.x + padding * scale_, at.y + (line - icon) / 2 * scale_, icon, colour);
  canvas_.text(text, style, at.x, at.y, at.width);
  record({.id = id,
          .role = kind == NoticeKind::error ? Role::error : Role::status,
          .label = std::string(text),
          .box = box});
  space(height);
}

// "Step 2 of 4" and a bar of as many parts.
void Ui::steps(const std::string& id, std::string_view text, int current, int total) {
  const TextStyle style{kHintSize, text::Weight::medium, theme_->ink_secondary};
  paragraph(id, Role::text, text, style);
  if (!text.empty()) space(8);
  const float gap = 10;
  const float height = 10;
  const float width = (column_.width - gap * static_cast<float>(total - 1)) / static_cast<float>(total);
  const Colour to_come = mix(theme_->background, theme_->ink_secondary, theme_->outlined ? 0.45 : 0.22);
  for (int i = 0; i < total; ++i) {
    const Box box = box_of({column_.x + static_cast<float>(i) * (width + gap), column_.y, width, height});
    canvas_.fill_round(box, height / 2, i < current ? theme_->brand_bright : to_come);
  }
  space(height);
}

void Ui::begin_card(float padding) {
  begin_card(padding, padding);
}

void Ui::begin_card(float padding_x, float padding_y) {
  card_ = column_;
  card_padding_ = padding_y;
  canvas_.begin_front();
  column_ = {column_.x + padding_x, column_.y + padding_y, column_.width - 2 * padding_x, 0};
}

void Ui::end_card() {
  const float height = column_.y + card_padding_ - card_.y;
  canvas_.begin_back();
  canvas_.outline_round(box_of({card_.x, card_.y, card_.width, height}), kRadius, 2, theme_->line,
                        theme_->surface);
  canvas_.end_layers();
  column_ = {card_.x, card_.y + height, card_.width, 0};
}

}  // namespace lotsen::ui
