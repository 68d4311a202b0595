// The on-screen keyboard: letters of the visitor's language (layouts in keyboard_layouts), a number pad, or
// the keys of an e-mail address. It draws itself along the lower edge through Ui::key, never mirrored, since
// keyboards are not; what is pressed is returned as if it had been typed on a hardware keyboard, so that a
// field has one way of being edited. Times are those of EN 301 549, 5.7 and 5.8. Belongs to Ui; one thread.
//
// Ids: key.<letter> in small letters (key.å, key.7, key.?), key.offer.<letter> for what a long press offers,
// key.at, key.dot_se, key.dot_com, key.zwnj, key.shift, key.backspace, key.space, key.left, key.right,
// key.signs, key.globe, key.done.
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
struct Area;
struct Layout;

enum class KeyboardKind { letters, numbers, email };

struct KeyTimes {
  SteadyMs long_press_ms = 600;     // until a letter's accents are offered
  SteadyMs repeat_delay_ms = 2000;  // until Erase, held, repeats
  SteadyMs repeat_every_ms = 2000;
  SteadyMs ignore_double_ms = 0;  // a second press of the same key within it is ignored
};

enum class KeyLook { letter, function, primary, on };

struct KeyCap {
  std::string id;     // without "key."
  std::string label;  // what is on it
  std::string icon = {};
  KeyLook look = KeyLook::letter;
  std::string name = {};  // what it is called where the label has no room
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
  void typed();  // on whichever keyboard: a capital holds for one letter
  void set_times(const KeyTimes& times) { times_ = times; }

  // Design pixels from its upper edge to the lower edge of the screen.
  float height(const Ui& ui) const;
  Output draw(Ui& ui);
  // When draw must run again although nothing happens: a long press, a repeat.
  std::optional<SteadyMs> wake_at() const;

 private:
  enum class Shift { off, once, locked };
  enum class Page { letters, signs };
  struct Stroke;  // a key and what it does
  struct Pass;    // one draw
  struct Hold {   // the finger that is on a key
    std::string id;
    SteadyMs since = 0;
    std::optional<SteadyMs> due;  // when holding does something
    bool acted = false;           // it has; lifting does nothing more
  };

  void put(Pass& pass, const Area& area, Stroke stroke);
  void hold(Pass& pass, const Stroke& stroke);
  bool is_double(const std::string& id, SteadyMs began) const;
  bool accepts(const Stroke& stroke, SteadyMs now);
  std::optional<SteadyMs> holding_takes(const Stroke& stroke) const;
  void act_held(Pass& pass, const Stroke& stroke);
  void apply(Pass& pass, const Stroke& stroke);
  void press_shift(SteadyMs now);

  const Layout* other_layout() const;
  std::vector<std::string_view> bottom_marks() const;
  Stroke letter(std::string_view text) const;
  Stroke shift_key(Ui& ui, float width) const;
  std::vector<Stroke> row(std::string_view keys) const;
  std::vector<Stroke> bottom_row(Ui& ui, float width, bool arrows) const;
  void draw_row(Pass& pass, const std::vector<Stroke>& keys, float x);
  void draw_top_row(Pass& pass);
  void draw_last_row(Pass& pass);
  void draw_bottom(Pass& pass);
  void draw_letters(Pass& pass);
  void draw_numbers(Pass& pass);

  bool open_ = false;
  KeyboardKind kind_ = KeyboardKind::letters;
  std::string language_;
  const Layout* layout_ = nullptr;  // that is shown
  Page page_ = Page::letters;
  Shift shift_ = Shift::off;
  std::optional<SteadyMs> shift_at_;  // when it was pressed, if nothing was since
  std::string_view offered_;          // in place of the digits
  Hold hold_;
  std::string last_id_;  // of the last press, and when
  SteadyMs last_at_ = 0;
  KeyTimes times_;
};

}  // namespace lotsen::ui
