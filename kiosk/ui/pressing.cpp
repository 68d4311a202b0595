// Widgets to press: buttons, tiles, rows with "Change", choices.
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
};

Look look_of(ButtonStyle style, const Theme& theme) {
  const auto medium = text::Weight::medium;
  switch (style) {
    case ButtonStyle::primary:
      return {theme.brand, theme.on_brand, theme.brand, 0, kButtonRadius, 34, text::Weight::semibold, 62};
    case ButtonStyle::secondary:
      return {theme.surface, theme.brand, theme.brand, 3, kButtonRadius, 34, text::Weight::semibold, 46};
    case ButtonStyle::plain:
      return {theme.surface, theme.ink, theme.line, 2, kButtonRadius - 2, 27, medium, 28};
    case ButtonStyle::dark:
      return {theme.ink, theme.surface, theme.ink, 0, kButtonRadius - 2, 27, medium, 28};
    case ButtonStyle::chip:
      return {theme.surface, theme.ink, theme.line, 2, 38, 27, medium, 28};
    case ButtonStyle::chip_chosen:
      return {theme.brand, theme.on_brand, theme.brand, 0, 38, 27, medium, 28};
  }
  return {};
}

// Pressed: the ground moves towards the text, and the text stays readable.
Look pressed(Look look) {
  look.ground = mix(look.ground, look.text, 0.14);
  return look;
}

constexpr float kIconGap = 12;

float icon_size(const Look& look) {
  return std::round(look.text_size * 1.18F);
}

}  // namespace

float Ui::width_of(const Button& button) {
  const Look look = look_of(button.style, theme_);
  const float text =
      static_cast<float>(canvas_.measure(button.label, {look.text_size, look.weight, look.text}).width);
  const int icons = (button.icon.empty() ? 0 : 1) + (button.icon_after.empty() ? 0 : 1);
  return std::ceil(text / scale_) + 2 * look.padding +
         static_cast<float>(icons) * (icon_size(look) + kIconGap);
}

bool Ui::button(const Area& area, const Button& button) {
  const bool furniture = button.style != ButtonStyle::primary && button.style != ButtonStyle::secondary;
  const Touch touched = touch({.id = button.id,
                               .role = Role::button,
                               .label = button.label,
                               .chosen = button.style == ButtonStyle::chip_chosen,
                               .secondary = furniture},
                              area);
  const Box box = box_of(area);
  Look look = look_of(button.style, theme_);
  if (touched.held) look = pressed(look);
  if (touched.ring) focus_ring(box, look.radius);
  if (look.line_width > 0)
    canvas_.outline_round(box, look.radius, look.line_width, look.line, look.ground);
  else
    canvas_.fill_round(box, look.radius, look.ground);

  const TextStyle style{look.text_size, look.weight, look.text};
  const text::Extent extent = canvas_.measure(button.label, style);
  const float icon = icon_size(look);
  const float step = (icon + kIconGap) * scale_;
  const float width = static_cast<float>(extent.width) + (button.icon.empty() ? 0 : step) +
                      (button.icon_after.empty() ? 0 : step);
  float x = box.x + (box.width - width) / 2;
  const float icon_y = box.y + (box.height - icon * scale_) / 2;
  if (!button.icon.empty()) {
    canvas_.icon(button.icon, x, icon_y, icon, look.text);
    x += step;
  }
  canvas_.text(button.label, style, x, box.y + (box.height - static_cast<float>(extent.height)) / 2);
  if (!button.icon_after.empty())
    canvas_.icon(button.icon_after, x + static_cast<float>(extent.width) + kIconGap * scale_, icon_y, icon,
                 look.text);
  return touched.pressed;
}

bool Ui::tile(const Area& area, const Tile& tile) {
  const Touch touched =
      touch({.id = tile.id, .role = Role::tile, .label = tile.title, .hint = tile.text}, area);
  const Box box = box_of(area);
  const Colour ground = tile.primary ? theme_.brand : theme_.surface;
  const Colour ink = tile.primary ? theme_.on_brand : theme_.ink;
  const Colour shown = touched.held ? mix(ground, ink, 0.14) : ground;
  if (touched.ring) focus_ring(box, kRadius);
  if (tile.primary) {
    canvas_.fill_round(box, kRadius, shown);
  } else {
    // A shadow of one line, as if the tile lay on the page.
    canvas_.fill_round({box.x, box.y + 2 * scale_, box.width, box.height}, kRadius, theme_.line);
    canvas_.outline_round(box, kRadius, 2, theme_.line, shown);
  }
  const float padding = 36;
  const float icon_box = 84;
  const float icon = 44;
  const Box at = box_of({area.x + padding, area.y + padding, icon_box, icon_box});
  const Colour plate = tile.primary ? mix(theme_.brand, theme_.on_brand, 0.18)
                                    : mix(theme_.surface, theme_.brand_bright, 0.12);
  canvas_.fill_round(at, kRadius, plate);
  const float inset = (icon_box - icon) / 2 * scale_;
  canvas_.icon(tile.icon, at.x + inset, at.y + inset, icon, tile.primary ? theme_.on_brand : theme_.brand);

  const float text_width = (area.width - 2 * padding) * scale_;
  const TextStyle title{38, text::Weight::semibold, ink, 1.25F};
  const TextStyle text{kHintSize, text::Weight::regular,
                       tile.primary ? theme_.on_brand : theme_.ink_secondary};
  const auto title_height = static_cast<float>(canvas_.measure(tile.title, title, text_width).height);
  const auto text_height = static_cast<float>(canvas_.measure(tile.text, text, text_width).height);
  float y = box.y + box.height - padding * scale_ - text_height - title_height - 4 * scale_;
  canvas_.text(tile.title, title, at.x, y, text_width);
  y += title_height + 4 * scale_;
  canvas_.text(tile.text, text, at.x, y, text_width);
  return touched.pressed;
}

// A question, its answer and "Change": the whole row is one line of a card; only "Change" is pressed.
bool Ui::row(const std::string& id, std::string_view question, std::string_view answer,
             std::string_view change) {
  const float question_width = std::min(330.0F, column_.width * 0.32F);
  const float change_width = change.empty() ? 0 : 150;
  const float answer_width = column_.width - question_width - change_width - 16;
  const TextStyle question_style{30, text::Weight::regular, theme_.ink_secondary};
  const TextStyle answer_style{30, text::Weight::semibold, theme_.ink};
  const auto asked = canvas_.measure(question, question_style, (question_width - 16) * scale_);
  const auto answered = canvas_.measure(answer, answer_style, answer_width * scale_);
  const float text_height = static_cast<float>(std::max(asked.height, answered.height)) / scale_;
  // Two places to press are 16 apart at least.
  const float height = std::max(change.empty() ? 64.0F : 88.0F, text_height + 24);
  const float text_y = column_.y + (height - text_height) / 2;
  const Box question_box = box_of({column_.x, text_y, question_width, text_height});
  canvas_.text(question, question_style, question_box.x, question_box.y, (question_width - 16) * scale_);
  const Box answer_box = box_of({column_.x + question_width, text_y, answer_width, text_height});
  canvas_.text(answer, answer_style, answer_box.x, answer_box.y, answer_width * scale_);
  record({.id = id.empty() ? "" : "review." + id,
          .role = Role::text,
          .label = std::string(question),
          .value = std::string(answer),
          .box = box_of({column_.x, column_.y, column_.width - change_width, height})});

  bool pressed_change = false;
  if (!change.empty()) {
    // Its text ends with the column; the ring around it needs some air.
    const float air = 16;
    const Area area{column_.x + column_.width - change_width + air, column_.y + (height - 72) / 2,
                    change_width, 72};
    const Touch touched = touch({.id = "review.edit." + id,
                                 .role = Role::link,
                                 .label = std::string(change),
                                 .hint = std::string(question)},
                                area);
    const Box box = box_of(area);
    if (touched.ring) focus_ring(box, kFieldRadius);
    if (touched.ring || touched.held)
      canvas_.fill_round(box, kFieldRadius,
                         touched.held ? mix(theme_.surface, theme_.brand_bright, 0.14) : theme_.surface);
    label_at({area.x, area.y, area.width - air, area.height}, "", Role::text, change,
             {30, text::Weight::semibold, theme_.brand_bright, 1.3F, 0, text::Align::end});
    pressed_change = touched.pressed;
  }
  space(height);
  return pressed_change;
}

bool Ui::option(const Choice::Option& option, const Area& area) {
  const Touch touched =
      touch({.id = option.id, .role = Role::option, .label = option.label, .chosen = option.chosen}, area);
  const Box box = box_of(area);
  if (touched.ring) focus_ring(box, kFieldRadius);
  const Colour ground = touched.held ? mix(theme_.surface, theme_.brand, 0.14) : theme_.surface;
  canvas_.outline_round(box, kFieldRadius, option.chosen ? 6 : 3,
                        option.chosen ? theme_.brand : theme_.ink_secondary, ground);
  const float centre_x = box.x + 48 * scale_;
  const float centre_y = box.y + box.height / 2;
  canvas_.disc(centre_x, centre_y, 30, option.chosen ? theme_.brand : theme_.ink);
  canvas_.disc(centre_x, centre_y, 24, ground);
  if (option.chosen) canvas_.disc(centre_x, centre_y, 16, theme_.brand);
  const TextStyle style{kBodySize, option.chosen ? text::Weight::medium : text::Weight::regular, theme_.ink,
                        1.25F};
  const float text_width = box.width - (78 + 24) * scale_;
  const auto extent = canvas_.measure(option.label, style, text_width);
  canvas_.text(option.label, style, box.x + 78 * scale_, centre_y - static_cast<float>(extent.height) / 2,
               text_width);
  return touched.pressed;
}

std::optional<std::size_t> Ui::choice(const Choice& choice) {
  question_head(choice.id, choice.label, choice.hint, choice.error);
  std::optional<std::size_t> chosen;
  const float gap = 18;
  const auto columns = static_cast<std::size_t>(choice.columns);
  const float width = (column_.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t i = 0; i < choice.options.size(); ++i) {
    const float x = column_.x + static_cast<float>(i % columns) * (width + gap);
    const float y = column_.y + static_cast<float>(i / columns) * (kButtonHeight + gap);
    if (option(choice.options[i], {x, y, width, kButtonHeight})) chosen = i;
  }
  const std::size_t rows = (choice.options.size() + columns - 1) / columns;
  space(static_cast<float>(rows) * (kButtonHeight + gap) - gap);
  return chosen;
}

}  // namespace lotsen::ui
