// Scrolling: a column that is longer than its place.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

constexpr float kButtonGap = 20;
constexpr float kSlop = 24;  // design px a finger may wander before it drags

Button up_button(const Ui& ui) {
  return {"scroll.up", ui.tr("Up"), ButtonStyle::plain, "arrow-up"};
}

Button down_button(const Ui& ui) {
  return {"scroll.down", ui.tr("Down"), ButtonStyle::plain, "arrow-down"};
}

}  // namespace

float Ui::scroll_button_width() {
  constexpr float kWidth = 164;
  return std::max({kWidth, width_of(up_button(*this)), width_of(down_button(*this))});
}

void Ui::begin_scroll(float bottom) {
  const float room = scroll_.most > 0 ? scroll_button_width() + kButtonGap : 0;
  column_.width -= room;
  scroll_.active = true;
  scroll_.view = {column_.x, column_.y, column_.width, bottom - column_.y};
  drag_scroll();
  scroll_.offset = std::clamp(scroll_.offset, 0.0F, scroll_.most);
  const Box box = box_of(scroll_.view);
  const float ring = 12 * scale_;  // room for a focus ring at the edges
  canvas_.push_clip({box.x - ring, box.y - ring, box.width + 2 * ring, box.height + ring});
  column_.y -= scroll_.offset;
}

void Ui::end_scroll() {
  canvas_.pop_clip();
  const float length = column_.y - (scroll_.view.y - scroll_.offset);
  const float most = std::max(0.0F, length - scroll_.view.height);
  if (std::abs(most - scroll_.most) > 0.5F) again_ = true;
  scroll_.most = most;
  scroll_.active = false;
  if (most > 0) scroll_buttons();
  column_.y = scroll_.view.y + std::min(length, scroll_.view.height);
}

void Ui::scroll_buttons() {
  const Area& view = scroll_.view;
  const float x = view.x + view.width + kButtonGap;
  const float width = scroll_button_width();
  const float height = std::min(kButtonHeight, std::max(least_press_, (view.height - kButtonGap) / 2));
  const float y = view.y + view.height - 2 * height - kButtonGap;
  // A button that would do nothing is not there; the other keeps its place.
  const Area up{x, y, width, height};
  const Area down{x, y + height + kButtonGap, width, height};
  const bool above = scroll_.offset > 0.5F;
  const bool below = scroll_.offset < scroll_.most - 0.5F;
  if (above) rule({view.x, view.y - 2, view.width, 2});
  if (below) rule({view.x, view.y + view.height, view.width, 2});
  if (above && button(up, up_button(*this))) scroll_by(-view.height * 0.7F);
  if (below && button(down, down_button(*this))) scroll_by(view.height * 0.7F);
}

void Ui::scroll_by(float design) {
  const float before = scroll_.offset;
  scroll_.offset = std::clamp(scroll_.offset + design, 0.0F, scroll_.most);
  again_ = again_ || scroll_.offset != before;
}

// A finger that moved further than the slop scrolls, and presses nothing when it is lifted.
void Ui::drag_scroll() {
  if (!input_.pointer_down) {
    scroll_.drag_from = -1;
    scroll_.dragging = false;
    return;
  }
  if (scroll_.drag_from < 0) {
    if (box_of(scroll_.view).contains(input_.pointer_x, input_.pointer_y))
      scroll_.drag_from = input_.pointer_y;
    return;
  }
  if (!scroll_.dragging && std::abs(input_.pointer_y - scroll_.drag_from) < kSlop * scale_) return;
  scroll_.dragging = true;
  ImGui::ClearActiveID();
  scroll_by((scroll_.drag_from - input_.pointer_y) / scale_);
  scroll_.drag_from = input_.pointer_y;
}

void Ui::keep_in_sight(const Box& box) {
  const Box view = box_of(scroll_.view);
  const float margin = 16 * scale_;
  if (box.y < view.y) scroll_by((box.y - view.y - margin) / scale_);
  if (box.y + box.height > view.y + view.height)
    scroll_by((box.y + box.height - view.y - view.height + margin) / scale_);
}

}  // namespace lotsen::ui
