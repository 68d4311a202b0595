// The text field: label, hint, error, text with a caret. Editing is by grapheme clusters; the text itself
// belongs to the page, the field only says what it became.
#include <algorithm>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {

void Ui::question_head(const std::string& id, const std::string& label, const std::string& hint,
                       const std::string& error) {
  const TextStyle question{kQuestionSize, text::Weight::semibold, theme_.ink};
  body(id + ".label", label, question);
  space(4);
  if (!hint.empty()) {
    body(id + ".hint", hint, hint_style());
    space(4);
  }
  if (!error.empty()) {
    const TextStyle style{kHintSize, text::Weight::semibold, theme_.error};
    const float icon = 32;
    const float offset = icon + 8;
    const Box box = box_of({column_.x + offset, column_.y, column_.width - offset, 0});
    const text::Extent extent = canvas_.measure(error, style, box.width);
    canvas_.icon("warning", column_.x * scale_, box.y + 2 * scale_, icon, theme_.error);
    canvas_.text(error, style, box.x, box.y, box.width);
    const auto height = static_cast<float>(extent.height);
    record({.id = id + ".error",
            .role = Role::error,
            .label = error,
            .hint = label,
            .box = {box.x, box.y, box.width, height}});
    space(height / scale_ + 4);
  }
  space(10);
}

std::optional<Secret> Ui::field(const Field& field) {
  question_head(field.id, field.label, field.hint, field.error);
  const float lines = field.many_lines ? (keyboard_open() ? 2.0F : 4.0F) : 1.0F;
  const float height = lines > 1 ? lines * kBodySize * 1.3F + 2 * 26 : kButtonHeight;
  const Area area{column_.x, column_.y, column_.width, height};
  const Touch touched = touch({.id = field.id,
                               .role = Role::field,
                               .label = field.label,
                               .value = std::string(field.value),
                               .hint = field.error.empty() ? field.hint : field.error},
                              area);
  const bool focused = focus_ == field.id || is_edited(field.id);
  const bool enter = focused && !field.many_lines && take_key(Key::enter);
  if (touched.pressed || enter) {
    editing_ = field.id;
    keyboard_kind_ = field.keyboard;
    shift_ = field.value.empty() && field.keyboard == KeyboardKind::letters;
    again_ = true;
  }
  if (is_edited(field.id)) field_seen_ = true;

  const Box box = box_of(area);
  if (focused) {
    focus_ring(box, kFieldRadius);
    canvas_.fill_round(box, kFieldRadius, theme_.surface);
  } else {
    canvas_.outline_round(box, kFieldRadius, 3, field.error.empty() ? theme_.ink_secondary : theme_.error,
                          theme_.surface);
  }
  if (focused && caret_of_ != field.id) {
    caret_of_ = field.id;
    caret_ = field.value.size();
  }
  caret_ = focused ? std::min(caret_, field.value.size()) : caret_;
  bool changed = false;
  Secret value = focused ? edited(field, caret_, changed) : Secret(field.value);
  field_text(field, value.view(), box, focused);
  if (touched.pressed) {
    const TextStyle style{kBodySize, text::Weight::regular, theme_.ink};
    const float inset = 30 * scale_;
    const float width = field.many_lines ? box.width - 2 * inset : 0;
    caret_ =
        canvas_.engine().byte_at(canvas_.block(value.view(), style, width),
                                 {input_.pointer_x - box.x - inset, input_.pointer_y - box.y - 26 * scale_});
  }
  space(height);
  if (!changed) return std::nullopt;
  again_ = true;
  return value;
}

Secret Ui::edited(const Field& field, std::size_t& caret, bool& changed) {
  Secret value(field.value);
  if (!input_.text.empty()) {
    value.insert(caret, input_.text.view());
    caret += input_.text.size();
    input_.text.clear();
    shift_ = false;
    changed = true;
  }
  if (field.many_lines && take_key(Key::enter)) {
    value.insert(caret, "\n");
    ++caret;
    changed = true;
  }
  while (take_key(Key::backspace)) {
    const std::size_t from = text::previous_boundary(value.view(), caret);
    changed = changed || from != caret;
    value.erase(from, caret - from);
    caret = from;
  }
  while (take_key(Key::erase)) {
    const std::size_t to = text::next_boundary(value.view(), caret);
    changed = changed || to != caret;
    value.erase(caret, to - caret);
  }
  const std::size_t before = caret;
  while (take_key(Key::left)) caret = text::previous_boundary(value.view(), caret);
  while (take_key(Key::right)) caret = text::next_boundary(value.view(), caret);
  if (take_key(Key::home)) caret = 0;
  if (take_key(Key::end)) caret = value.size();
  again_ = again_ || caret != before;
  take_key(Key::space);  // its character comes as text
  return value;
}

// The part of a long text around the caret is shown.
void Ui::field_text(const Field& field, std::string_view value, const Box& box, bool focused) {
  const TextStyle style{kBodySize, text::Weight::regular, theme_.ink};
  const float inset_x = 30 * scale_;
  const float inset_y = field.many_lines ? 26 * scale_ : 0;
  const Box inner{box.x + inset_x, box.y + inset_y, box.width - 2 * inset_x, box.height - 2 * inset_y};
  const float wrap = field.many_lines ? inner.width : 0;
  const text::Block block = canvas_.block(value, style, wrap);
  const text::Extent extent = canvas_.measure(value, style, wrap);
  const float line = kBodySize * 1.3F * scale_;
  const text::Point caret = focused ? canvas_.engine().caret(block, caret_) : text::Point{};
  float x = inner.x;
  float y = field.many_lines ? inner.y : box.y + (box.height - static_cast<float>(extent.height)) / 2;
  if (field.many_lines)
    y -= std::max(0.0F, caret.y + line - inner.height);
  else
    x -= std::max(0.0F, caret.x - inner.width + 4 * scale_);
  canvas_.push_clip({inner.x - 4 * scale_, box.y, inner.width + 8 * scale_, box.height});
  canvas_.text(value, style, x, y, wrap);
  if (focused)
    canvas_.fill({x + caret.x, y + caret.y + line * 0.08F, std::max(2.0F, 3 * scale_), line * 0.84F},
                 theme_.ink);
  canvas_.pop_clip();
}

}  // namespace lotsen::ui
