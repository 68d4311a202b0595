// The text field: label, hint, error, text with a caret. Editing is by grapheme clusters; the text itself
// belongs to the page, the field only says what it became.
#include <algorithm>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

constexpr float kFieldLine = 1.3F;
constexpr float kFieldPadding = 26;
constexpr float kFieldInset = 30;

}  // namespace

void Ui::question_head(const std::string& id, const std::string& label, const std::string& hint,
                       const std::string& error) {
  const TextStyle question{kQuestionSize, text::Weight::semibold, theme_->ink};
  body(id + ".label", label, question);
  space(4);
  if (!hint.empty()) {
    body(id + ".hint", hint, hint_style());
    space(4);
  }
  if (!error.empty()) {
    const TextStyle style{kHintSize, text::Weight::semibold, theme_->error};
    const float icon = 32 * std::min(text_scale(), 1.6F);
    const float offset = icon + 8;
    const Box box = box_of({column_.x + offset, column_.y, column_.width - offset, 0});
    const text::Extent extent = canvas_.measure(error, style, box.width);
    canvas_.icon("warning", column_.x * scale_, box.y + 2 * scale_, icon, theme_->error);
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

float Ui::field_height(const Field& field) const {
  const float line = kBodySize * text_scale() * kFieldLine;
  const float lines = field.many_lines ? (keyboard_open() ? 2.0F : 4.0F) : 1.0F;
  return std::max({kButtonHeight, least_press_, lines * line + (field.many_lines ? 2 * kFieldPadding : 40)});
}

void Ui::open_keyboard(const Field& field) {
  editing_ = field.id;
  keyboard_.open(field.keyboard, language(), field.value.empty() && field.keyboard == KeyboardKind::letters);
  again_ = true;
}

std::optional<Secret> Ui::field(const Field& field) {
  question_head(field.id, field.label, field.hint, field.error);
  const float height = field_height(field);
  const Area area{column_.x, column_.y, column_.width, height};
  const Touch touched = touch({.id = field.id,
                               .role = Role::field,
                               .label = field.label,
                               .value = std::string(field.value),
                               .hint = field.error.empty() ? field.hint : field.error},
                              area);
  const bool focused = focus_ == field.id || is_edited(field.id);
  // Hardware keys go where the focus is; those of the on-screen keyboard to the field it is open for.
  const bool listens = focus_ == field.id || (is_edited(field.id) && from_screen_);
  const bool enter = listens && !from_screen_ && !field.many_lines && take_key(Key::enter);
  if (touched.pressed || enter) open_keyboard(field);
  if (is_edited(field.id)) field_seen_ = true;

  const Box box = box_of(area);
  if (focused) {
    focus_ring(box, kFieldRadius);
    canvas_.fill_round(box, kFieldRadius, theme_->surface);
  } else {
    canvas_.outline_round(box, kFieldRadius, 3, field.error.empty() ? theme_->ink_secondary : theme_->error,
                          theme_->surface);
  }
  if (focused && caret_of_ != field.id) {
    caret_of_ = field.id;
    caret_ = field.value.size();
  }
  caret_ = focused ? std::min(caret_, field.value.size()) : caret_;
  bool changed = false;
  Secret value = listens ? edited(field, box, caret_, changed) : Secret(field.value);
  const FieldText shown = place_text(field, value.view(), box, focused);
  draw_text(shown, focused);
  if (touched.pressed)
    caret_ = canvas_.engine().byte_at(shown.block, {input_.pointer_x - shown.x, input_.pointer_y - shown.y});
  space(height);
  if (!changed) return std::nullopt;
  again_ = true;
  return value;
}

Secret Ui::edited(const Field& field, const Box& box, std::size_t& caret, bool& changed) {
  Secret value(field.value);
  if (!input_.text.empty()) {
    value.insert(caret, input_.text.view());
    caret += input_.text.size();
    input_.text.clear();
    keyboard_.typed();
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
  const text::Block block = field_block(field, value.view(), box);
  while (take_key(Key::left)) caret = canvas_.engine().beside(block, caret, false);
  while (take_key(Key::right)) caret = canvas_.engine().beside(block, caret, true);
  if (take_key(Key::home)) caret = 0;
  if (take_key(Key::end)) caret = value.size();
  again_ = again_ || caret != before;
  take_key(Key::space);  // its character comes as text
  return value;
}

text::Block Ui::field_block(const Field& field, std::string_view value, const Box& box) const {
  TextStyle style{kBodySize, text::Weight::regular, theme_->ink, kFieldLine};
  text::Block block =
      canvas_.block(value, style, field.many_lines ? box.width - 2 * kFieldInset * scale_ : 0);
  block.hyphenate = false;
  return block;
}

// Where a field's text lies in the window, whichever way the page is turned: lines begin at the side where
// reading begins. Of a long text the part around the caret is shown.
Ui::FieldText Ui::place_text(const Field& field, std::string_view value, const Box& box, bool focused) {
  const float inset_y = field.many_lines ? kFieldPadding * scale_ : 0;
  const Box in_layout{box.x + kFieldInset * scale_, box.y + inset_y, box.width - 2 * kFieldInset * scale_,
                      box.height - 2 * inset_y};
  FieldText shown{field_block(field, value, box), canvas_.placed(in_layout)};
  const text::Extent extent = canvas_.engine().measure(shown.block);
  shown.caret = focused ? canvas_.engine().caret(shown.block, caret_) : text::Point{};
  shown.line = kBodySize * text_scale() * kFieldLine * scale_;
  const Box& inner = shown.inner;
  const auto width = static_cast<float>(extent.width);
  shown.x = inner.x;
  shown.y = field.many_lines ? inner.y : box.y + (box.height - static_cast<float>(extent.height)) / 2;
  if (field.many_lines) {
    shown.y -= std::max(0.0F, shown.caret.y + shown.line - inner.height);
  } else if (right_to_left()) {
    shown.x = inner.x + inner.width - width;
    shown.x += std::max(0.0F, inner.x + 4 * scale_ - shown.x - shown.caret.x) * (focused ? 1.0F : 0.0F);
  } else {
    shown.x -= std::max(0.0F, shown.caret.x - inner.width + 4 * scale_);
  }
  return shown;
}

void Ui::draw_text(const FieldText& shown, bool focused) {
  canvas_.set_mirrored(false);
  canvas_.push_clip(
      {shown.inner.x - 4 * scale_, shown.inner.y, shown.inner.width + 8 * scale_, shown.inner.height});
  canvas_.block_at(shown.block, theme_->ink, shown.x, shown.y);
  if (focused)
    canvas_.fill({shown.x + shown.caret.x, shown.y + shown.caret.y + shown.line * 0.08F,
                  std::max(2.0F, 3 * scale_), shown.line * 0.84F},
                 theme_->ink);
  canvas_.pop_clip();
  canvas_.set_mirrored(true);
}

}  // namespace lotsen::ui
