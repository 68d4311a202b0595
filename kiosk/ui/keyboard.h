// The on-screen keyboard: letters of the visitor's language (layouts in keyboard_layouts), a number pad, or
// the keys of an e-mail address. It draws itself along the lower edge through Ui::key, never mirrored, since
// keyboards are not; what is pressed is returned as if it had been typed on a hardware keyboard, so that a
// field has one way of being edited. Times are those of EN 301 549, 5.7 and 5.8. Belongs to Ui; one thread.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/input.h"
#include "services/core/clock.h"
#include "services/core/secret.h"

namespace lotsen::ui {

class Ui;

enum class KeyboardKind { letters, numbers, email };

struct KeyTimes {
  SteadyMs long_press_ms = 600;     // until a letter's accents are offered
  SteadyMs repeat_delay_ms = 2000;  // until Erase, held, repeats
  SteadyMs repeat_every_ms = 300;
  SteadyMs ignore_double_ms = 0;  // a second press of the same key within it is ignored
};

enum class KeyLook { letter, function, primary, on };

struct KeyCap {
  std::string id;     // without "key."
  std::string label;  // what is on it
  std::string icon = {};
  KeyLook look = KeyLook::letter;
};

struct KeyTouch {
  bool pressed = false;  // lifted on it, or by Enter
  bool held = false;     // the finger is on it
};

class Keyboard {
 public:
  struct Output {
    Secret text;
    std::vector<Key> keys;  // Key::backspace
    bool done = false;
    bool changed = false;  // draw another pass
  };

  void open(KeyboardKind kind, std::string_view language, bool shift);
  void close();
  bool is_open() const { return open_; }
  void typed() { shift_ = false; }  // on a hardware keyboard
  void set_times(const KeyTimes& times) { times_ = times; }

  // Design pixels from its upper edge to the lower edge of the screen.
  float height(const Ui& ui) const;
  Output draw(Ui& ui);
  // When draw must run again although nothing happens: a long press, a repeat.
  std::optional<SteadyMs> wake_at() const;

 private:
  bool open_ = false;
  bool shift_ = false;
  KeyTimes times_;
};

}  // namespace lotsen::ui
