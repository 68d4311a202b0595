// Ui: the widget kit. Each call draws a widget, records an Element and says what the visitor did. The only
// code (with the renderer) that knows Dear ImGui, used for ids, presses and draw lists; text, focus and looks
// are ours. One Ui lives as long as one visit: its context, text pictures, focus and carets go with it. All
// measures are design pixels (see theme.h); one thread.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/element.h"
#include "kiosk/ui/input.h"
#include "kiosk/ui/pictures.h"
#include "kiosk/ui/speech.h"
#include "kiosk/ui/theme.h"
#include "services/i18n/catalogue.h"

struct ImDrawData;

namespace lotsen::ui {

struct Area {
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
};

enum class ButtonStyle { primary, secondary, plain, dark, chip, chip_chosen };
enum class KeyboardKind { letters, numbers, email };
enum class NoticeKind { information, success, error };

struct Button {
  std::string id;
  std::string label;
  ButtonStyle style = ButtonStyle::secondary;
  std::string icon = {};  // before the label
  std::string icon_after = {};
};

struct Tile {
  std::string id;
  std::string icon;
  std::string title;
  std::string text;
  bool primary = false;
};

struct Field {
  std::string id;  // "q.location"
  std::string label;
  std::string hint;
  std::string error;  // what to do; empty when all is well
  std::string_view value;
  bool many_lines = false;
  KeyboardKind keyboard = KeyboardKind::letters;
};

struct Choice {
  struct Option {
    std::string id;  // "q.kind.streetlight"
    std::string label;
    bool chosen = false;
  };
  std::string id;  // "q.kind"
  std::string label;
  std::string hint;
  std::string error;
  std::vector<Option> options = {};
  int columns = 2;
};

struct Frame {
  int width_px = 1920;
  int height_px = 1080;
  float opacity = 1;  // of the page, while it fades in
  std::string page;   // changes when another page or step is shown
  const i18n::Catalogue* texts = nullptr;
};

class Ui {
 public:
  Ui(const Theme& theme, Shapes& shapes, text::Engine& engine);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // A pass: begin, draw the page's widgets, end. Paint only when needs_pass() is false.
  void begin(const Frame& frame, Input input);
  void end();
  bool needs_pass() const { return again_; }
  ImDrawData* draw_data() const;

  const Elements& elements() const { return elements_; }
  std::vector<std::string> take_spoken() { return std::exchange(spoken_, {}); }

  // Texts of the program in the visitor's language.
  std::string tr(std::string_view key, i18n::Arguments arguments = {}) const;
  std::string tr_plural(std::string_view one, std::string_view many, long n) const;
  const std::string& language() const;

  // Where things go. `column` starts a column; widgets without an Area fill its width and move `y` down.
  float width() const { return width_; }
  float height() const { return height_; }
  bool is_wide() const { return width_ > height_; }
  void column(const Area& area);
  float y() const { return column_.y; }
  void space(float height) { column_.y += height; }
  void page_opacity(bool on);  // false: header and footer do not fade
  const Theme& theme() const { return theme_; }

  // Things to read. Ids are needed where scripts or tests look; "" records none.
  void panel(const Area& area, Colour colour);  // a plain ground, from edge to edge
  void rule(const Area& area);
  void divider();  // a line across the column
  void heading(const std::string& id, std::string_view text, float size = kHeadingSize,
               std::string_view value = {});
  void body(const std::string& id, std::string_view text, const TextStyle& style);
  void bullet(const std::string& id, std::string_view text, const TextStyle& style);
  void label_at(const Area& area, const std::string& id, Role role, std::string_view text,
                const TextStyle& style);
  void icon_at(const Area& area, const std::string& icon, Colour colour);
  void status(const std::string& id, std::string_view text, NoticeKind kind);
  void notice(const std::string& id, NoticeKind kind, std::string_view text);
  void label_value(const std::string& id, std::string_view label,
                   std::string_view value);  // "Code  4F7K-22MN"
  void steps(int current, int total);
  TextStyle hint_style() const { return {kHintSize, text::Weight::regular, theme_.ink_secondary}; }
  TextStyle body_style() const { return {kBodySize, text::Weight::regular, theme_.ink_secondary}; }
  TextStyle strong_style() const { return {kBodySize, text::Weight::semibold, theme_.ink}; }

  // A white card behind what is drawn between the two.
  void begin_card(float padding = 38);
  void begin_card(float padding_x, float padding_y);
  void end_card();

  // What is drawn between the two scrolls inside the column down to `bottom` when it is longer: by drag, by
  // two big buttons beside it, and by itself when the focus moves out of sight.
  void begin_scroll(float bottom);
  void end_scroll();

  // Things to press: true when they were.
  float width_of(const Button& button);
  bool button(const Area& area, const Button& button);
  bool tile(const Area& area, const Tile& tile);
  bool row(const std::string& id, std::string_view question, std::string_view answer,
           std::string_view change);
  std::optional<Secret> field(const Field& field);          // the new text when it was edited
  std::optional<std::size_t> choice(const Choice& choice);  // the option that was pressed

  // The on-screen keyboard is open for one field; draw the page without the rest above `keyboard_top`.
  bool keyboard_open() const { return !editing_.empty(); }
  bool is_edited(std::string_view id) const { return editing_ == id; }
  float keyboard_top() const;
  void keyboard();  // draws it, when open
  void close_keyboard() { editing_.clear(); }

  bool escape_pressed();            // once; the keyboard takes it first
  void focus(std::string id);       // moves the focus there
  void focus_once(std::string id);  // …when the page opens

 private:
  struct Touch {
    bool pressed = false;
    bool held = false;
    bool ring = false;  // the focus is to be seen
  };
  struct Inside;  // the ImGui context

  Touch touch(Element element, const Area& area);
  Touch touch_at(Element element, const Box& box);
  void record(Element element);
  Box box_of(const Area& area) const;
  void focus_ring(const Box& box, float radius);
  void scroll_by(float design);
  void drag_scroll();
  void keep_in_sight(const Box& box);
  void scroll_buttons();
  void move_focus(int by);
  bool take_key(Key key);
  void question_head(const std::string& id, const std::string& label, const std::string& hint,
                     const std::string& error);
  bool option(const Choice::Option& option, const Area& area);
  Secret edited(const Field& field, std::size_t& caret, bool& changed);
  void field_text(const Field& field, std::string_view value, const Box& box, bool focused);
  void key_row(const std::vector<std::string>& keys, float y, float width);
  bool key(const Area& area, const std::string& id, const std::string& shown, ButtonStyle style,
           const std::string& icon = {});
  void type(std::string_view text);
  void letters_keyboard(float y);
  void numbers_keyboard(float y);
  void bottom_keys(float y);
  void speak_changes();

  const Theme& theme_;
  TextCache texts_;
  Canvas canvas_;
  std::unique_ptr<Inside> inside_;
  const i18n::Catalogue* catalogue_ = nullptr;

  float scale_ = 1;
  float width_ = 1920;
  float height_ = 1080;
  float opacity_ = 1;
  Area column_;
  Area card_;
  float card_padding_ = 0;

  struct Scroll {
    bool active = false;  // between begin_scroll and end_scroll
    Area view;
    float offset = 0;      // design px that lie above the view
    float most = 0;        // as of the last pass
    float drag_from = -1;  // where the finger was, pixels; -1 = no drag
    bool dragging = false;
  };
  Scroll scroll_;

  Input input_;
  Input queued_;  // from the on-screen keyboard, for the next pass
  Elements elements_;
  Elements before_;  // of the last pass
  std::string page_;
  std::string page_before_;
  std::string focus_;
  std::string focus_before_;
  bool keyboard_mode_ = false;  // the last thing used was a key: show where the focus is
  std::size_t caret_ = 0;
  std::string caret_of_;  // the field the caret is in
  std::string editing_;
  KeyboardKind keyboard_kind_ = KeyboardKind::letters;
  bool shift_ = false;
  bool field_seen_ = false;  // the edited field was drawn in this pass
  bool again_ = false;
  std::vector<std::string> spoken_;
};

}  // namespace lotsen::ui
