// One key of the on-screen keyboard.
#include <algorithm>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

constexpr float kKeyRadius = 12;

}  // namespace

KeyTouch Ui::key(const Area& area, const KeyCap& cap) {
  const bool on = cap.look == KeyLook::on;
  const Touch touched = touch({.id = "key." + cap.id,
                               .role = Role::key,
                               .label = cap.name.empty() ? cap.label : cap.name,
                               .chosen = on,
                               .secondary = true},
                              area);
  const Box box = box_of(area);
  const bool strong = on || cap.look == KeyLook::primary;
  const Colour plain =
      cap.look == KeyLook::letter ? theme_->surface : mix(theme_->board, theme_->ink_secondary, 0.16);
  const Colour ground = strong ? theme_->brand : theme_->outlined ? theme_->surface : plain;
  const Colour ink = strong ? theme_->on_brand : theme_->ink;
  const Colour shown = touched.held ? mix(ground, ink, 0.2) : ground;
  if (touched.ring) focus_ring(box, kKeyRadius);
  if (theme_->outlined && !strong) {
    canvas_.outline_round(box, kKeyRadius, 2, theme_->line, shown);
  } else {
    if (!theme_->outlined)
      canvas_.fill_round({box.x, box.y + 3 * scale_, box.width, box.height}, kKeyRadius,
                         mix(theme_->board, theme_->ink_secondary, 0.3));
    canvas_.fill_round(box, kKeyRadius, shown);
  }
  key_label(cap, box, ink);
  return {touched.pressed, touched.held};
}

// What the visitor chose for texts holds for keys too, as far as the key has room.
void Ui::key_label(const KeyCap& cap, const Box& box, Colour ink) {
  const bool letter = cap.look == KeyLook::letter && text::next_boundary(cap.label, 0) == cap.label.size();
  TextStyle style{letter ? 36.0F : 29.0F, text::Weight::medium, ink, 1.2F};
  const float icon = cap.icon.empty() ? 0 : std::min(30 * text_scale(), 44.0F) * scale_;
  const float gap = icon > 0 && !cap.label.empty() ? 8 * scale_ : 0;
  text::Extent extent = canvas_.measure(cap.label, style);
  const float least = 8 * scale_;
  const float wide = (box.width - icon - gap - least) / std::max(1.0F, static_cast<float>(extent.width));
  const float high = (box.height + 8 * scale_) / std::max(1.0F, static_cast<float>(extent.height));
  if (const float fit = std::min(wide, high); fit < 1) {
    style.size *= std::max(fit, 1 / text_scale());
    extent = canvas_.measure(cap.label, style);
  }
  const float x = box.x + (box.width - static_cast<float>(extent.width) - icon - gap) / 2;
  if (icon > 0) canvas_.icon(cap.icon, x, box.y + (box.height - icon) / 2, icon / scale_, ink);
  canvas_.text(cap.label, style, x + icon + gap,
               box.y + (box.height - static_cast<float>(extent.height)) / 2);
}

}  // namespace lotsen::ui
