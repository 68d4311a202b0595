// Ui: the widget kit. Each call draws a widget, records an Element and says what the visitor did. The only
// code (with the renderer) that knows Dear ImGui, used for ids, presses and draw lists; text, focus and looks
// are ours. One Ui lives as long as one visit: its context, text pictures, focus and carets go with it. All
// measures are design pixels (see theme.h); one thread.
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/canvas.h"
#include "kiosk/ui/element.h"
#include "kiosk/ui/input.h"
#include "kiosk/ui/keyboard.h"
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
enum class Switch { none, off, on };  // a button that keeps a state
enum class NoticeKind { information, success, error };

struct Button {
  std::string id;
  std::string label;
  ButtonStyle style = ButtonStyle::secondary;
  std::string icon = {};  // before the label
  std::string icon_after = {};
  Switch state = Switch::none;
  std::string value = {};  // "130 %": said, not shown
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
  const Theme* theme = nullptr;
  float text_scale = 1;  // 1 to 2, chosen by the visitor
  float px_per_mm = 0;   // of the glass; 0 = not known
  SteadyMs now = 0;      // for keys that are held
  KeyTimes key_times = {};
};

class Ui {
 public:
  Ui(Shapes& shapes, text::Engine& engine);
  ~Ui();
  Ui(const Ui&) = delete;
  Ui& operator=(const Ui&) = delete;

  // A pass: begin, draw the page's widgets, end. Paint only when needs_pass() is false.
  void begin(const Frame& frame, Input input);
  void end();
  bool needs_pass() const { return again_; }
  ImDrawData* draw_data() const;
  // When a pass is due although nothing happens: a key is held.
  std::optional<SteadyMs> wake_at() const { return keyboard_.wake_at(); }

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
  float column_width() const { return column_.width; }
  void space(float height) { column_.y += height; }
  void page_opacity(bool on);  // false: header and footer do not fade
  const Theme& theme() const { return *theme_; }
  bool right_to_left() const;
  bool language_is_complete() const;  // else some texts are in Swedish
  SteadyMs now() const { return now_; }
  float text_scale() const { return canvas_.text_scale(); }
  bool is_roomy() const { return is_wide() && text_scale() < 1.15F; }  // room for things side by side
  // Design px of so many millimetres of the glass; 0 when its size is not known.
  float of_mm(float mm) const { return mm * px_per_mm_ / scale_; }
  // The least side of what can be pressed: 72, or 9 mm on a glass whose size is known.
  float least_press() const { return least_press_; }
  // Of a text as it will be drawn, at most that wide (0 = one line); design px.
  float text_width(std::string_view text, const TextStyle& style);
  float text_height(std::string_view text, const TextStyle& style, float width);
  const std::vector<std::string>& text_faults() const { return canvas_.faults(); }

  // Things to read. Ids are needed where scripts or tests look; "" records none.
  void panel(const Area& area, Colour colour);  // a plain ground, from edge to edge
  void rule(const Area& area);
  void divider();  // a line across the column
  void heading(const std::string& id, std::string_view text, float size = kHeadingSize,
               std::string_view value = {});
  void body(const std::string& id, std::string_view text, const TextStyle& style);
  void paragraph(const std::string& id, Role role, std::string_view text, const TextStyle& style);
  void bullet(const std::string& id, std::string_view text, const TextStyle& style);
  void label_at(const Area& area, const std::string& id, Role role, std::string_view text,
                const TextStyle& style);
  void icon_at(const Area& area, const std::string& icon, Colour colour);
  void status(const std::string& id, std::string_view text, NoticeKind kind);
  void notice(const std::string& id, NoticeKind kind, std::string_view text);
  void label_value(const std::string& id, std::string_view label,
                   std::string_view value);  // "Code  4F7K-22MN"
  void steps(const std::string& id, std::string_view text, int current, int total);
  TextStyle hint_style() const { return {kHintSize, text::Weight::regular, theme_->ink_secondary}; }
  TextStyle body_style() const { return {kBodySize, text::Weight::regular, theme_->ink_secondary}; }
  TextStyle strong_style() const { return {kBodySize, text::Weight::semibold, theme_->ink}; }

  // A white card behind what is drawn between the two.
  void begin_card(float padding = 38);
  void begin_card(float padding_x, float padding_y);
  void end_card();

  // What is drawn between the two scrolls inside the column down to `bottom` when it is longer: by drag, by
  // two big buttons beside it, and by itself when the focus moves out of sight.
  void begin_scroll(float bottom);  // the buttons stand inside the column
  void end_scroll();
  Box scroll_view() const { return canvas_.placed(box_of(scroll_.view)); }  // pixels of the window

  // Things to press: true when they were.
  float width_of(const Button& button);                // with its label on one line
  float height_of(const Button& button, float width);  // its label wraps when it must
  bool button(const Area& area, const Button& button);
  float width_of(const Tile& tile);  // with its title on one line
  float height_of(const Tile& tile, float width);
  bool tile(const Area& area, const Tile& tile);
  // Tiles in equal columns across the column, those of a row equally high; calls for the one pressed.
  void grid(int columns, const std::vector<Tile>& tiles, float least_height,
            const std::function<void(const Tile&)>& pressed);
  bool row(const std::string& id, std::string_view question, std::string_view answer,
           std::string_view change);
  std::optional<Secret> field(const Field& field);          // the new text when it was edited
  std::optional<std::size_t> choice(const Choice& choice);  // the option that was pressed

  // The on-screen keyboard is open for one field; draw the page without the rest above `keyboard_top`.
  bool keyboard_open() const { return !editing_.empty(); }
  bool is_edited(std::string_view id) const { return editing_ == id; }
  float keyboard_top() const;
  void keyboard();  // draws it, when open
  void close_keyboard();
  KeyTouch key(const Area& area, const KeyCap& cap);  // for Keyboard

  // The whole of a page as one thing to press, also by any key.
  bool touched_anywhere(const Area& area, const std::string& id, std::string_view label);
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
  float scroll_button_width();
  void scroll_buttons();
  void move_focus(int by);
  bool take_key(Key key);
  void question_head(const std::string& id, const std::string& label, const std::string& hint,
                     const std::string& error);
  void button_label(const Button& button, const Box& box, float size, text::Weight weight, Colour colour,
                    float padding);
  void tile_icon(const Area& area, const Tile& tile);
  void key_label(const KeyCap& cap, const Box& box, Colour ink);
  bool link(const Area& area, const std::string& id, std::string_view label, std::string_view hint);
  float height_of(const Choice::Option& option, float width);
  bool option(const Choice::Option& option, const Area& area);
  struct FieldText {
    text::Block block;
    Box inner;  // of the window, as are the rest
    text::Point caret = {};
    float line = 0;
    float x = 0;
    float y = 0;
  };
  float field_height(const Field& field) const;
  void open_keyboard(const Field& field);
  text::Block field_block(const Field& field, std::string_view value, const Box& box) const;
  Secret edited(const Field& field, const Box& box, std::size_t& caret, bool& changed);
  FieldText place_text(const Field& field, std::string_view value, const Box& box, bool focused);
  void draw_text(const FieldText& shown, bool focused);
  void speak_changes();

  const Theme* theme_ = nullptr;
  TextCache texts_;
  Canvas canvas_;
  std::unique_ptr<Inside> inside_;
  const i18n::Catalogue* catalogue_ = nullptr;

  float scale_ = 1;
  float width_ = 1920;
  float height_ = 1080;
  float px_per_mm_ = 0;
  float least_press_ = 72;
  SteadyMs now_ = 0;
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
  Input queued_;              // from the on-screen keyboard, for the next pass
  bool from_screen_ = false;  // this pass's input is the on-screen keyboard's
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
  Keyboard keyboard_;
  int seek_passes_ = 0;      // bring what has the focus into sight in so many passes
  bool field_seen_ = false;  // the edited field was drawn in this pass
  bool again_ = false;
  std::vector<std::string> spoken_;
};

}  // namespace lotsen::ui
