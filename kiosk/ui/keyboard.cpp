// The on-screen keyboard: Swedish letters, or a number pad. Its presses are queued as if they were typed, so
// that a field has one way of being edited. It never covers the field: pages draw above keyboard_top().
#include <array>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {

constexpr float kKeyGap = 12;
constexpr float kRowStep = kKeyHeight + kKeyGap;
constexpr float kPadding = 22;

const std::vector<std::string> kDigits{"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "+"};
const std::vector<std::string> kTop{"q", "w", "e", "r", "t", "y", "u", "i", "o", "p", "å"};
const std::vector<std::string> kMiddle{"a", "s", "d", "f", "g", "h", "j", "k", "l", "ö", "ä"};
const std::vector<std::string> kBottom{"z", "x", "c", "v", "b", "n", "m", ",", ".", "-"};

// The letters of this keyboard only; other scripts bring layouts of their own.
std::string upper(const std::string& key) {
  if (key == "å") return "Å";
  if (key == "ä") return "Ä";
  if (key == "ö") return "Ö";
  if (key.size() == 1 && key[0] >= 'a' && key[0] <= 'z') return {static_cast<char>(key[0] - 'a' + 'A')};
  return key;
}

}  // namespace

float Ui::keyboard_top() const {
  if (!keyboard_open()) return height_;
  const float rows = keyboard_kind_ == KeyboardKind::numbers ? 4 : 5;
  return height_ - rows * kRowStep + kKeyGap - 2 * kPadding;
}

void Ui::type(std::string_view text) {
  queued_.text.append(text);
  shift_ = false;
}

bool Ui::key(const Area& area, const std::string& id, const std::string& shown, ButtonStyle style,
             const std::string& icon) {
  const Touch touched =
      touch({.id = "key." + id, .role = Role::key, .label = shown, .secondary = true}, area);
  const Box box = box_of(area);
  const bool primary = style == ButtonStyle::primary;
  const Colour board = mix(theme_.line, theme_.background, 0.25);
  const Colour plain = style == ButtonStyle::plain ? theme_.surface : mix(board, theme_.ink_secondary, 0.16);
  const Colour ground = primary ? theme_.brand : plain;
  const Colour ink = primary ? theme_.on_brand : theme_.ink;
  if (touched.ring) focus_ring(box, 12);
  canvas_.fill_round({box.x, box.y + 3 * scale_, box.width, box.height}, 12,
                     mix(board, theme_.ink_secondary, 0.3));
  canvas_.fill_round(box, 12, touched.held ? mix(ground, ink, 0.2) : ground);
  const bool letter = style == ButtonStyle::plain && shown.size() <= 2;
  const TextStyle style_of_text{letter ? 36.0F : 29.0F, text::Weight::medium, ink};
  const text::Extent extent = canvas_.measure(shown, style_of_text);
  const float icon_width = icon.empty() ? 0 : 36 * scale_;
  const float x = box.x + (box.width - static_cast<float>(extent.width) - icon_width) / 2;
  if (!icon.empty()) canvas_.icon(icon, x, box.y + (box.height - 30 * scale_) / 2, 30, ink);
  canvas_.text(shown, style_of_text, x + icon_width,
               box.y + (box.height - static_cast<float>(extent.height)) / 2);
  return touched.pressed;
}

void Ui::key_row(const std::vector<std::string>& keys, float y, float width) {
  const auto count = static_cast<float>(keys.size());
  float x = (width_ - count * width - (count - 1) * kKeyGap) / 2;
  for (const std::string& letter : keys) {
    const std::string shown = shift_ ? upper(letter) : letter;
    if (key({x, y, width, kKeyHeight}, letter, shown, ButtonStyle::plain)) type(shown);
    x += width + kKeyGap;
  }
}

void Ui::keyboard() {
  if (!keyboard_open()) return;
  const float top = keyboard_top();
  panel({0, top, width_, height_ - top}, mix(theme_.line, theme_.background, 0.25));
  if (keyboard_kind_ == KeyboardKind::numbers)
    numbers_keyboard(top + kPadding);
  else
    letters_keyboard(top + kPadding);
}

void Ui::letters_keyboard(float y) {
  const float usable = width_ - 2 * (is_wide() ? kMargin : 20);
  const float width = (is_wide() ? usable * 0.865F : usable) / 11 - kKeyGap + kKeyGap / 11;
  key_row(kDigits, y, width);
  key_row(kTop, y + kRowStep, width);
  key_row(kMiddle, y + 2 * kRowStep, width);

  const float third = y + 3 * kRowStep;
  const float small = width * (is_wide() ? 0.92F : 0.9F);
  const float letters = 10 * small + 9 * kKeyGap;
  const float side = (usable - letters) / 2 - kKeyGap;
  const float left = (width_ - usable) / 2;
  const bool shift = key({left, third, side, kKeyHeight}, "shift", side > 200 ? tr("Shift") : "",
                         shift_ ? ButtonStyle::primary : ButtonStyle::dark, "shift");
  key_row(kBottom, third, small);
  if (key({left + usable - side, third, side, kKeyHeight}, "backspace", side > 200 ? tr("Erase") : "",
          ButtonStyle::dark, "backspace"))
    queued_.keys.push_back(Key::backspace);
  if (shift) shift_ = !shift_;
  bottom_keys(y + 4 * kRowStep);
}

void Ui::bottom_keys(float y) {
  const float usable = is_wide() ? (width_ - 2 * kMargin) * 0.73F : width_ - 40;
  const float side = usable * 0.2F;
  const float space_width = usable - 2 * side - 2 * kKeyGap;
  float x = (width_ - usable) / 2;
  const bool email = keyboard_kind_ == KeyboardKind::email;
  if (email) {
    const float half = (side - kKeyGap) / 2;
    if (key({x, y, half, kKeyHeight}, "at", "@", ButtonStyle::plain)) type("@");
    if (key({x + half + kKeyGap, y, half, kKeyHeight}, "dot_se", ".se", ButtonStyle::plain)) type(".se");
  } else {
    constexpr std::array<const char*, 3> kMarks{"?", "/", "!"};
    const std::size_t count = is_wide() ? 3 : 2;
    const float mark = (side - static_cast<float>(count - 1) * kKeyGap) / static_cast<float>(count);
    for (std::size_t i = 0; i < count; ++i) {
      const Area area{x + static_cast<float>(i) * (mark + kKeyGap), y, mark, kKeyHeight};
      if (key(area, kMarks[i], kMarks[i], ButtonStyle::plain)) type(kMarks[i]);
    }
  }
  x += side + kKeyGap;
  if (key({x, y, space_width, kKeyHeight}, "space", tr("space"), ButtonStyle::plain)) type(" ");
  x += space_width + kKeyGap;
  if (key({x, y, side, kKeyHeight}, "done", tr("Done"), ButtonStyle::primary)) {
    close_keyboard();
    again_ = true;
  }
}

void Ui::numbers_keyboard(float y) {
  const float width = 190;
  const float left = (width_ - 4 * width - 3 * kKeyGap) / 2;
  const std::array<std::array<const char*, 3>, 4> rows{
      {{"1", "2", "3"}, {"4", "5", "6"}, {"7", "8", "9"}, {"+", "0", "-"}}};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    const float row_y = y + static_cast<float>(r) * kRowStep;
    for (std::size_t c = 0; c < 3; ++c) {
      const char* digit = rows[r][c];
      const float x = left + static_cast<float>(c) * (width + kKeyGap);
      if (key({x, row_y, width, kKeyHeight}, digit, digit, ButtonStyle::plain)) type(digit);
    }
  }
  const float last = left + 3 * (width + kKeyGap);
  if (key({last, y, width, kKeyHeight}, "backspace", tr("Erase"), ButtonStyle::dark, "backspace"))
    queued_.keys.push_back(Key::backspace);
  if (key({last, y + 3 * kRowStep, width, kKeyHeight}, "done", tr("Done"), ButtonStyle::primary)) {
    close_keyboard();
    again_ = true;
  }
}

}  // namespace lotsen::ui
