// What a press of a key means in time: long presses, repeats, double strikes, capitals. Where the keys are is
// in keyboard_rows.cpp.
#include "kiosk/ui/keyboard.h"

#include <utility>

#include "kiosk/ui/keyboard_layouts.h"
#include "kiosk/ui/keyboard_pass.h"

namespace lotsen::ui {
namespace {

constexpr SteadyMs kDoublePressMs = 600;  // of Shift; holding it does the same without haste

}  // namespace

// Opened again for the field that it is open for, as when a touch moves the caret, it stays as it is.
void Keyboard::open(KeyboardKind kind, std::string_view language, bool shift) {
  if (open_ && kind == kind_ && language == language_) return;
  close();
  open_ = true;
  kind_ = kind;
  language_ = language;
  layout_ = &layout_of(language);
  if (kind == KeyboardKind::email && !layout_->latin) layout_ = &swedish_layout();
  if (shift && layout_->has_case) shift_ = Shift::once;
}

void Keyboard::close() {
  open_ = false;
  page_ = Page::letters;
  shift_ = Shift::off;
  shift_at_.reset();
  offered_ = {};
  hold_ = {};
  last_id_.clear();
}

void Keyboard::typed() {
  if (shift_ == Shift::once) shift_ = Shift::off;
}

std::optional<SteadyMs> Keyboard::wake_at() const {
  return hold_.due;
}

Keyboard::Output Keyboard::draw(Ui& ui) {
  Pass pass{ui, grid_of(ui, kind_), {}, {}};
  ui.panel({0, ui.keyboard_top(), ui.width(), ui.height() - ui.keyboard_top()}, ui.theme().board);
  kind_ == KeyboardKind::numbers ? draw_numbers(pass) : draw_letters(pass);
  if (!pass.held) hold_ = {};
  for (const Stroke& stroke : pass.strokes) apply(pass, stroke);
  return std::move(pass.out);
}

void Keyboard::put(Pass& pass, const Area& area, Stroke stroke) {
  const KeyTouch touch = pass.ui.key(area, stroke.cap);
  if (touch.held) hold(pass, stroke);
  if (touch.pressed && accepts(stroke, pass.ui.now())) pass.strokes.push_back(std::move(stroke));
}

void Keyboard::hold(Pass& pass, const Stroke& stroke) {
  const SteadyMs now = pass.ui.now();
  pass.held = true;
  if (hold_.id != stroke.cap.id) {
    hold_ = {stroke.cap.id, now, {}, false};
    if (const auto takes = holding_takes(stroke); takes && !is_double(stroke.cap.id, now))
      hold_.due = now + *takes;
  }
  if (!hold_.due || now < *hold_.due) return;
  hold_.acted = true;
  hold_.due.reset();
  act_held(pass, stroke);
}

std::optional<SteadyMs> Keyboard::holding_takes(const Stroke& stroke) const {
  if (stroke.does == Does::erase) return times_.repeat_delay_ms;
  if (stroke.does == Does::shift || !stroke.offers.empty()) return times_.long_press_ms;
  return std::nullopt;
}

void Keyboard::act_held(Pass& pass, const Stroke& stroke) {
  pass.out.changed = true;
  shift_at_.reset();
  if (stroke.does == Does::erase) {
    offered_ = {};
    pass.out.keys.push_back(Key::backspace);
    hold_.due = pass.ui.now() + times_.repeat_every_ms;
  } else if (stroke.does == Does::shift) {
    shift_ = Shift::locked;
  } else {
    offered_ = stroke.offers;
  }
}

bool Keyboard::is_double(const std::string& id, SteadyMs began) const {
  return id == last_id_ && began - last_at_ < times_.ignore_double_ms;
}

bool Keyboard::accepts(const Stroke& stroke, SteadyMs now) {
  const bool lifted = hold_.id == stroke.cap.id;  // else pressed by Enter
  const Hold held = lifted ? std::exchange(hold_, {}) : Hold{stroke.cap.id, now, {}, false};
  if (!held.acted && is_double(stroke.cap.id, held.since)) return false;
  last_id_ = stroke.cap.id;
  last_at_ = now;
  return !held.acted;
}

void Keyboard::apply(Pass& pass, const Stroke& stroke) {
  Output& out = pass.out;
  out.changed = true;
  offered_ = {};
  if (stroke.does == Does::shift) return press_shift(pass.ui.now());
  shift_at_.reset();
  switch (stroke.does) {
    case Does::type:
      out.text.append(stroke.text);
      return typed();
    case Does::erase:
      return out.keys.push_back(Key::backspace);
    case Does::left:
      return out.keys.push_back(Key::left);
    case Does::right:
      return out.keys.push_back(Key::right);
    case Does::shift:
      return;
    case Does::signs:
      page_ = page_ == Page::letters ? Page::signs : Page::letters;
      return;
    case Does::globe:
      layout_ = other_layout();
      page_ = Page::letters;
      shift_ = Shift::off;
      return;
    case Does::done:
      out.done = true;
      return;
  }
}

void Keyboard::press_shift(SteadyMs now) {
  const bool twice = shift_at_ && now - *shift_at_ < kDoublePressMs + times_.ignore_double_ms;
  shift_at_ = now;
  if (shift_ == Shift::locked)
    shift_ = Shift::off;
  else if (twice)
    shift_ = Shift::locked;
  else
    shift_ = shift_ == Shift::off ? Shift::once : Shift::off;
}

}  // namespace lotsen::ui
