// A first version: Swedish letters and a number pad.
#include "kiosk/ui/keyboard.h"

#include <array>

#include "kiosk/ui/ui.h"

namespace lotsen::ui {
namespace {
constexpr float kKeyGap = 12;
constexpr float kRowStep = kKeyHeight + kKeyGap;
constexpr float kPadding = 22;
const std::vector<std::vector<std::string>> kRows{
    {"1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "+"},
    {"q", "w", "e", "r", "t", "y", "u", "i", "o", "p", "å"},
    {"a", "s", "d", "f", "g", "h", "j", "k", "l", "ö", "ä"},
    {"z", "x", "c", "v", "b", "n", "m", ",", ".", "-", "@"}};
}  // namespace
void Keyboard::open(KeyboardKind, std::string_view, bool shift) { open_ = true; shift_ = shift; }
void Keyboard::close() { open_ = false; }
float Keyboard::height(const Ui&) const { return 5 * kRowStep - kKeyGap + 2 * kPadding; }
std::optional<SteadyMs> Keyboard::wake_at() const { return std::nullopt; }
Keyboard::Output Keyboard::draw(Ui& ui) {
  Output out;
  float y = ui.keyboard_top();
  ui.panel({0, y, ui.width(), ui.height() - y}, ui.theme().board);
  y += kPadding;
  const float usable = ui.width() - (ui.is_wide() ? 300 : 40);
  const float width = (usable - 10 * kKeyGap) / 11;
  const float left = (ui.width() - usable) / 2;
  for (const auto& row : kRows) {
    float x = left;
    for (const auto& k : row) {
      if (ui.key({x, y, width, kKeyHeight}, {k, k}).pressed) out.text.append(k);
      x += width + kKeyGap;
    }
    y += kRowStep;
  }
  const float third = (usable - 2 * kKeyGap) / 3;
  if (ui.key({left, y, third, kKeyHeight}, {"backspace", ui.tr("Erase"), "backspace", KeyLook::function}).pressed) out.keys.push_back(Key::backspace);
  if (ui.key({left + third + kKeyGap, y, third, kKeyHeight}, {"space", ui.tr("space")}).pressed) out.text.append(" ");
  if (ui.key({left + 2 * (third + kKeyGap), y, third, kKeyHeight}, {"done", ui.tr("Done"), "", KeyLook::primary}).pressed) out.done = true;
  return out;
}
}  // namespace lotsen::ui
