// Rows with "Change", and choices.
#include <algorithm>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

constexpr float kLinkAir = 16;
// The circle of an option grows with its text, up to a size that still looks like one.
float circle_growth(float text_scale) {
  return std::min(text_scale, 1.5F);
}

float label_x(float text_scale) {
  return 48 + 30 * circle_growth(text_scale);
}

// Of an option, beside its label.
float option_room(float text_scale) {
  return label_x(text_scale) + 24;
}

}  // namespace

// A question, its answer and "Change": one line of a card, under each other where there is no room. Only
// "Change" is pressed.
bool Ui::row(const std::string& id, std::string_view question, std::string_view answer,
             std::string_view change) {
  const TextStyle question_style{30, text::Weight::regular, theme_->ink_secondary};
  TextStyle answer_style{30, text::Weight::semibold, theme_->ink};
  answer_style.visitors = true;
  const float change_width =
      change.empty() ? 0 : text_width(change, {30, text::Weight::semibold, 0}) + 2 * kLinkAir;
  const float room = column_.width - change_width - 16;
  const bool beside = text_scale() < 1.15F && column_.width > 700;
  const float question_width = beside ? std::min(330.0F, column_.width * 0.32F) : room;
  const float answer_width = beside ? room - question_width : room;
  const float asked = text_height(question, question_style, question_width - 16);
  const float answered = text_height(answer, answer_style, answer_width);
  const float texts = beside ? std::max(asked, answered) : asked + answered;
  const float height = std::max(change.empty() ? 64.0F : least_press_ + 16, texts + 24);
  const float y = column_.y + (height - texts) / 2;
  const Box question_box = box_of({column_.x, y, question_width, asked});
  canvas_.text(question, question_style, question_box.x, question_box.y, (question_width - 16) * scale_);
  const Box answer_box = beside ? box_of({column_.x + question_width, y, answer_width, answered})
                                : box_of({column_.x, y + asked, answer_width, answered});
  canvas_.text(answer, answer_style, answer_box.x, answer_box.y, answer_width * scale_);
  record({.id = id.empty() ? "" : "review." + id,
          .role = Role::text,
          .label = std::string(question),
          .value = std::string(answer),
          .box = box_of({column_.x, column_.y, column_.width - change_width, height})});
  // Its text ends with the column; the ring around it needs some air.
  const Area area{column_.x + column_.width - change_width + kLinkAir,
                  column_.y + (height - least_press_) / 2, change_width, least_press_};
  const bool pressed_change = !change.empty() && link(area, "review.edit." + id, change, question);
  space(height);
  return pressed_change;
}

// A word to press, without a button's looks.
bool Ui::link(const Area& area, const std::string& id, std::string_view label, std::string_view hint) {
  const Touch touched =
      touch({.id = id, .role = Role::link, .label = std::string(label), .hint = std::string(hint)}, area);
  const Box box = box_of(area);
  if (touched.ring) focus_ring(box, kFieldRadius);
  if (touched.ring || touched.held)
    canvas_.fill_round(box, kFieldRadius,
                       touched.held ? mix(theme_->surface, theme_->brand_bright, 0.14) : theme_->surface);
  label_at({area.x, area.y, area.width - kLinkAir, area.height}, "", Role::text, label,
           {30, text::Weight::semibold, theme_->brand_bright, 1.3F, 0, text::Align::end});
  return touched.pressed;
}

bool Ui::option(const Choice::Option& option, const Area& area) {
  const Touch touched =
      touch({.id = option.id, .role = Role::option, .label = option.label, .chosen = option.chosen}, area);
  const Box box = box_of(area);
  if (touched.ring) focus_ring(box, kFieldRadius);
  const Colour ground = touched.held ? mix(theme_->surface, theme_->brand, 0.14) : theme_->surface;
  canvas_.outline_round(box, kFieldRadius, option.chosen ? 6 : 3,
                        option.chosen ? theme_->brand : theme_->ink_secondary, ground);
  const float centre_x = box.x + 48 * scale_;
  const float centre_y = box.y + box.height / 2;
  const float grown = circle_growth(text_scale());
  canvas_.disc(centre_x, centre_y, 30 * grown, option.chosen ? theme_->brand : theme_->ink);
  canvas_.disc(centre_x, centre_y, 24 * grown, ground);
  if (option.chosen) canvas_.disc(centre_x, centre_y, 16 * grown, theme_->brand);
  const TextStyle style{kBodySize, option.chosen ? text::Weight::medium : text::Weight::regular, theme_->ink,
                        1.25F};
  const float text_width = box.width - option_room(text_scale()) * scale_;
  const auto extent = canvas_.measure(option.label, style, text_width);
  canvas_.text(option.label, style, box.x + label_x(text_scale()) * scale_,
               centre_y - static_cast<float>(extent.height) / 2, text_width);
  return touched.pressed;
}

float Ui::height_of(const Choice::Option& option, float width) {
  const TextStyle style{kBodySize, text::Weight::medium, theme_->ink, 1.25F};
  return std::max({kButtonHeight, least_press_,
                   text_height(option.label, style, width - option_room(text_scale())) + 40});
}

std::optional<std::size_t> Ui::choice(const Choice& choice) {
  question_head(choice.id, choice.label, choice.hint, choice.error);
  std::optional<std::size_t> chosen;
  const float gap = 18;
  const std::size_t columns = text_scale() > 1.15F ? 1 : static_cast<std::size_t>(choice.columns);
  const float width = (column_.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  for (std::size_t first = 0; first < choice.options.size(); first += columns) {
    const std::size_t last = std::min(first + columns, choice.options.size());
    float height = 0;
    for (std::size_t i = first; i < last; ++i) height = std::max(height, height_of(choice.options[i], width));
    for (std::size_t i = first; i < last; ++i) {
      const float x = column_.x + static_cast<float>(i - first) * (width + gap);
      if (option(choice.options[i], {x, column_.y, width, height})) chosen = i;
    }
    space(height + gap);
  }
  space(-gap);
  return chosen;
}

}  // namespace lotsen::ui
