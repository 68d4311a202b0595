// Buttons.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

struct Look {
  Colour ground;
  Colour text;
  Colour line;
  float line_width;
  float radius;
  float text_size;
  text::Weight weight;
  float padding;
  float height;
  bool furniture;  // of the program, not of the page: not read out when a page opens
};

Look look_of(ButtonStyle style, const Theme& theme) {
  const auto medium = text::Weight::medium;
  const auto semibold = text::Weight::semibold;
  const float bar = kBarButtonHeight;
  switch (style) {
    case ButtonStyle::primary:
      return {theme.brand, theme.on_brand, theme.brand, 0, kButtonRadius, 34, semibold,
              62,          kButtonHeight,  false};
    case ButtonStyle::secondary:
      return {theme.surface, theme.brand, theme.brand,   3,    kButtonRadius, 34,
              semibold,      46,          kButtonHeight, false};
    case ButtonStyle::plain:
      return {theme.surface, theme.ink, theme.line, 2, kButtonRadius - 2, 27, medium, 28, bar, true};
    case ButtonStyle::dark:
      return {theme.ink, theme.surface, theme.ink, 0, kButtonRadius - 2, 27, medium, 28, bar, true};
    case ButtonStyle::chip:
      return {theme.surface, theme.ink, theme.line, 2, 38, 27, medium, 28, bar, true};
    case ButtonStyle::chip_chosen:
      return {theme.brand, theme.on_brand, theme.brand, 0, 38, 27, medium, 28, bar, true};
  }
  return {};
}

Look turned_on(Look look, const Theme& theme) {
  look.ground = look.line = theme.brand;
  look.text = theme.on_brand;
  return look;
}

// Pressed: the ground moves towards the text, and the text stays readable.
Look pressed(Look look) {
  look.ground = mix(look.ground, look.text, 0.14);
  return look;
}

constexpr float kIconGap = 12;
constexpr float kLabelLine = 1.25F;

// Icons grow with their text, up to a size that still looks like an icon.
float icon_size(float text_size, float text_scale) {
  return std::round(text_size * 1.18F * std::min(text_scale, 1.6F));
}

// What of a button's width is not its label.
float room_beside(const Look& look, const Button& button, float text_scale) {
  const int icons = (button.icon.empty() ? 0 : 1) + (button.icon_after.empty() ? 0 : 1);
  return 2 * look.padding + static_cast<float>(icons) * (icon_size(look.text_size, text_scale) + kIconGap);
}

}  // namespace

float Ui::width_of(const Button& button) {
  const Look look = look_of(button.style, *theme_);
  return std::ceil(text_width(button.label, {look.text_size, look.weight, look.text})) +
         room_beside(look, button, text_scale());
}

float Ui::height_of(const Button& button, float width) {
  const Look look = look_of(button.style, *theme_);
  const TextStyle style{look.text_size, look.weight, look.text, kLabelLine};
  const float text = text_height(button.label, style, width - room_beside(look, button, text_scale()));
  return std::max({look.height, least_press_, text + look.height - look.text_size * kLabelLine});
}

bool Ui::button(const Area& area, const Button& button) {
  Look look = look_of(button.style, *theme_);
  const Touch touched =
      touch({.id = button.id,
             .role = button.state == Switch::none ? Role::button : Role::toggle,
             .label = button.label,
             .value = button.value,
             .chosen = button.style == ButtonStyle::chip_chosen || button.state == Switch::on,
             .secondary = look.furniture},
            area);
  const Box box = box_of(area);
  if (button.state == Switch::on) look = turned_on(look, *theme_);
  if (touched.held) look = pressed(look);
  if (touched.ring) focus_ring(box, look.radius);
  if (look.line_width > 0)
    canvas_.outline_round(box, look.radius, look.line_width, look.line, look.ground);
  else
    canvas_.fill_round(box, look.radius, look.ground);
  button_label(button, box, look.text_size, look.weight, look.text, look.padding);
  return touched.pressed;
}

// Icon, label, icon: in the middle of the button as one group.
void Ui::button_label(const Button& button, const Box& box, float size, text::Weight weight, Colour colour,
                      float padding) {
  const float icon = icon_size(size, text_scale());
  const float step = (icon + kIconGap) * scale_;
  const float before = button.icon.empty() ? 0 : step;
  const float after = button.icon_after.empty() ? 0 : step;
  TextStyle style{size, weight, colour, kLabelLine};
  style.align = text::Align::center;
  const float room = std::ceil(box.width - 2 * padding * scale_ - before - after) + 1;
  const text::Extent line = canvas_.measure(button.label, style);
  const bool wraps = static_cast<float>(line.width) > room;
  const text::Extent extent = wraps ? canvas_.measure(button.label, style, room) : line;
  const float text_width = wraps ? room : static_cast<float>(extent.width);
  float x = box.x + (box.width - before - text_width - after) / 2;
  const float icon_y = box.y + (box.height - icon * scale_) / 2;
  if (before > 0) canvas_.icon(button.icon, x, icon_y, icon, colour);
  x += before;
  canvas_.text(button.label, style, x, box.y + (box.height - static_cast<float>(extent.height)) / 2,
               wraps ? room : 0);
  if (after > 0) canvas_.icon(button.icon_after, x + text_width + kIconGap * scale_, icon_y, icon, colour);
}

}  // namespace lotsen::ui
