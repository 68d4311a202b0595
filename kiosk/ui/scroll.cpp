// Scrolling: a column that is longer than its place.
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

constexpr float kButtonWidth = 164;
constexpr float kButtonGap = 20;
constexpr float kSlop = 24;  // design px a finger may wander before it drags

}  // namespace

void Ui::begin_scroll(float bottom) {
  const float room = scroll_.most > 0 ? kButtonWidth + kButtonGap : 0;
  column_.width = std::min(column_.width, width_ - kMargin - room - column_.x);
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
  const float y = view.y + view.height - 2 * kButtonHeight - kButtonGap;
  const Button up{"scroll.up", tr("Up"), ButtonStyle::plain, "arrow-up"};
  const Button down{"scroll.down", tr("Down"), ButtonStyle::plain, "arrow-down"};
  if (button({x, y, kButtonWidth, kButtonHeight}, up)) scroll_by(-view.height * 0.7F);
  if (button({x, y + kButtonHeight + kButtonGap, kButtonWidth, kButtonHeight}, down))
    scroll_by(view.height * 0.7F);
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
