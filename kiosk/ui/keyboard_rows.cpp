// Where the keys of the on-screen keyboard are and what is on them.
#include <algorithm>

#include "kiosk/ui/keyboard_layouts.h"
#include "kiosk/ui/keyboard_pass.h"

namespace lotsen::ui {
namespace {

constexpr float kKeyGap = 12;
constexpr float kPadding = 18;
constexpr float kColumns = 11;
constexpr float kMostHeight = 0.47F;  // of the screen
constexpr float kTallestKey = 108;    // on portrait screens, which have room for large text
constexpr float kNarrow = 0.9F;       // of a column: a key of the lowest row
constexpr std::string_view kDigits = "1 2 3 4 5 6 7 8 9 0";
constexpr std::string_view kEmailMarks = "@ . - _";

float rows_of(KeyboardKind kind) {
  return kind == KeyboardKind::numbers ? 4 : 5;
}

float key_height(const Ui& ui, KeyboardKind kind) {
  const float rows = rows_of(kind);
  const float most = (kMostHeight * ui.height() - 2 * kPadding - (rows - 1) * kKeyGap) / rows;
  const float wished = ui.is_wide() ? kKeyHeight : std::min(kKeyHeight * ui.text_scale(), kTallestKey);
  return std::min(std::max(wished, ui.least_press()), most);
}

std::string id_of(std::string_view text) {
  if (text == "@") return "at";
  if (text == kZeroWidthNonJoiner) return "zwnj";
  return std::string(text);
}

// Brackets look on the key as they will in the text, where they turn round.
std::string as_in_right_to_left(std::string_view text) {
  const std::vector<std::string_view> brackets = keys_of("( ) [ ] « »");
  const bool turns = std::ranges::find(brackets, text) != brackets.end();
  return (turns ? "\u200F" : "") + std::string(text);
}

float label_width(Ui& ui, std::string_view label) {
  return ui.text_width(label, {29, text::Weight::medium});
}

// An arrow shows where it moves; its name is for who does not see it.
KeyCap left_key(const Ui& ui) {
  return {"left", "", "arrow-left", KeyLook::function, ui.tr("Left")};
}

KeyCap right_key(const Ui& ui) {
  return {"right", "", "arrow-right", KeyLook::function, ui.tr("Right")};
}

// Label and icon, or the one that fits.
KeyCap fitted(Ui& ui, KeyCap cap, float width) {
  constexpr float kSides = 16;
  constexpr float kBetween = 8;
  if (cap.name.empty()) cap.name = cap.label;
  if (cap.icon.empty() || cap.label.empty()) return cap;
  const float text = label_width(ui, cap.label) + kSides;
  const float icon = std::min(30 * ui.text_scale(), 44.0F) + kBetween;
  if (text + icon <= width) return cap;
  if (text <= width || cap.id == "globe")  // whose name is what it is found by: it gets smaller
    cap.icon.clear();
  else
    cap.label.clear();
  return cap;
}

}  // namespace

Grid grid_of(const Ui& ui, KeyboardKind kind) {
  const float edge = ui.width() - 40;
  const float comfortable = ui.is_wide() ? ui.width() - 300 : edge;
  const float needed = kColumns * ui.least_press() + (kColumns - 1) * kKeyGap;
  Grid grid;
  grid.width = std::clamp(needed, comfortable, edge);
  grid.left = (ui.width() - grid.width) / 2;
  grid.column = (grid.width - (kColumns - 1) * kKeyGap) / kColumns;
  grid.key_height = key_height(ui, kind);
  grid.y = ui.keyboard_top() + kPadding;
  return grid;
}

float Keyboard::height(const Ui& ui) const {
  const float rows = rows_of(kind_);
  return rows * key_height(ui, kind_) + (rows - 1) * kKeyGap + 2 * kPadding;
}

// Between the visitor's own letters and Swedish ones; an address of e-mail is Latin in any case.
const Layout* Keyboard::other_layout() const {
  const Layout* own = &layout_of(language_);
  const Layout* swedish = &swedish_layout();
  if (own == swedish || kind_ == KeyboardKind::email) return nullptr;
  return layout_ == own ? swedish : own;
}

std::vector<std::string_view> Keyboard::bottom_marks() const {
  return keys_of(kind_ == KeyboardKind::email ? kEmailMarks : layout_->marks);
}

Keyboard::Stroke Keyboard::letter(std::string_view text) const {
  const std::string shown = shift_ == Shift::off ? std::string(text) : capital(text);
  if (text == kZeroWidthNonJoiner)
    return {{"zwnj", "نیم‌فاصله", "zwnj", KeyLook::function}, Does::type, shown};
  const std::string label = layout_->right_to_left ? as_in_right_to_left(shown) : shown;
  return {{id_of(text), label}, Does::type, shown, offered_by(*layout_, text)};
}

// What stands in the lowest row is not here too.
std::vector<Keyboard::Stroke> Keyboard::row(std::string_view keys) const {
  const std::vector<std::string_view> below = bottom_marks();
  std::vector<Stroke> strokes;
  for (const std::string_view key : keys_of(keys)) {
    if (std::ranges::find(below, key) == below.end()) strokes.push_back(letter(key));
  }
  return strokes;
}

void Keyboard::draw_row(Pass& pass, const std::vector<Stroke>& keys, float x) {
  Grid& grid = pass.grid;
  for (Stroke key : keys) {
    const float width = key.width > 0 ? key.width : grid.column;
    key.cap = fitted(pass.ui, std::move(key.cap), width);
    put(pass, {x, grid.y, width, grid.key_height}, std::move(key));
    x += width + kKeyGap;
  }
  grid.y += grid.key_height + kKeyGap;
}

// Digits, or what a long press offers; and Erase, at the end as on other keyboards.
void Keyboard::draw_top_row(Pass& pass) {
  const Grid& grid = pass.grid;
  std::vector<Stroke> keys = row(offered_.empty() ? kDigits : offered_);
  if (!offered_.empty()) {
    for (Stroke& key : keys) {
      key.cap.id = "offer." + key.cap.id;
      key.offers = {};
    }
  }
  const Area last{grid.left + grid.width - grid.column, grid.y, grid.column, grid.key_height};
  draw_row(pass, keys, grid.left);
  const KeyCap erase{"backspace", pass.ui.tr("Erase"), "backspace", KeyLook::function};
  put(pass, last, {fitted(pass.ui, erase, last.width), Does::erase});
}

Keyboard::Stroke Keyboard::shift_key(Ui& ui, float width) const {
  const bool locked = shift_ == Shift::locked;
  KeyCap cap{"shift", ui.tr("Shift"), locked ? "shift-lock" : "shift", KeyLook::function};
  if (shift_ != Shift::off) cap.look = KeyLook::on;
  if (locked) {
    cap.name = cap.label + ' ' + std::string(layout_->letters);
    cap.label = layout_->letters;
  }
  return {std::move(cap), Does::shift, {}, {}, width};
}

// Shift has what the letters beside it leave.
void Keyboard::draw_last_row(Pass& pass) {
  const Grid& grid = pass.grid;
  const bool signs = page_ == Page::signs;
  std::vector<Stroke> keys = row(signs ? layout_->signs[2] : layout_->rows[2]);
  const float step = grid.column + kKeyGap;
  const float taken = static_cast<float>(keys.size()) * step;
  if (signs || !layout_->has_case) {
    draw_row(pass, keys, grid.left + (grid.width - taken + kKeyGap) / 2);
  } else {
    keys.insert(keys.begin(), shift_key(pass.ui, grid.width - taken));
    draw_row(pass, keys, grid.left);
  }
}

void Keyboard::draw_letters(Pass& pass) {
  const Grid& grid = pass.grid;
  const auto& rows = page_ == Page::signs ? layout_->signs : layout_->rows;
  draw_top_row(pass);
  for (const std::string_view keys : {rows[0], rows[1]}) {
    const std::vector<Stroke> strokes = row(keys);
    const float taken = static_cast<float>(strokes.size()) * (grid.column + kKeyGap) - kKeyGap;
    draw_row(pass, strokes, grid.left + (grid.width - taken) / 2);
  }
  draw_last_row(pass);
  draw_bottom(pass);
}

// The keys of width 0 share what the others leave.
std::vector<Keyboard::Stroke> Keyboard::bottom_row(Ui& ui, float narrow, bool arrows) const {
  const bool email = kind_ == KeyboardKind::email;
  const float wide = 2 * narrow + kKeyGap;
  const std::string signs = page_ == Page::signs ? std::string(layout_->letters) : "?!&";
  std::vector<Stroke> keys{{{"signs", signs, "", KeyLook::function}, Does::signs, {}, {}, narrow}};
  if (const Layout* other = other_layout(); other != nullptr) {
    const float width = std::clamp(label_width(ui, other->name) + 70, wide, 3 * narrow);
    const KeyCap cap{"globe", std::string(other->name), "globe", KeyLook::function};
    keys.push_back({cap, Does::globe, {}, {}, width});
  }
  const auto add_arrow = [&](const KeyCap& cap, Does does) {
    if (arrows) keys.push_back({cap, does, {}, {}, narrow});
  };
  const auto add_marks = [&] {
    for (const std::string_view mark : bottom_marks()) {
      keys.push_back(letter(mark));
      keys.back().width = narrow;
    }
  };
  if (email) {
    add_marks();
    keys.push_back({{"dot_se", ".se"}, Does::type, ".se"});
    keys.push_back({{"dot_com", ".com"}, Does::type, ".com"});
  }
  add_arrow(left_key(ui), Does::left);
  add_arrow(right_key(ui), Does::right);
  if (!email) {
    keys.push_back({{"space", ui.tr("space"), "space"}, Does::type, " "});
    add_marks();
  }
  keys.push_back({{"done", ui.tr("Done"), "check", KeyLook::primary}, Does::done, {}, {}, wide});
  return keys;
}

void Keyboard::draw_bottom(Pass& pass) {
  const Grid& grid = pass.grid;
  const float narrow = std::max(kNarrow * grid.column, pass.ui.least_press());
  for (const bool arrows : {true, false}) {
    std::vector<Stroke> keys = bottom_row(pass.ui, narrow, arrows);
    float rest = grid.width - (static_cast<float>(keys.size()) - 1) * kKeyGap;
    for (const Stroke& key : keys) rest -= key.width;
    const auto sharing = std::ranges::count(keys, 0.0F, &Stroke::width);
    const float share = rest / static_cast<float>(sharing);
    if (arrows && share < pass.ui.least_press()) continue;
    for (Stroke& key : keys) key.width = key.width > 0 ? key.width : share;
    return draw_row(pass, keys, grid.left);
  }
}

void Keyboard::draw_numbers(Pass& pass) {
  const float half = std::max(89.0F, pass.ui.least_press());
  const float width = 2 * half + kKeyGap;
  Grid& grid = pass.grid;
  const float left = (pass.ui.width() - 4 * width - 3 * kKeyGap) / 2;
  const float last = left + 3 * (width + kKeyGap);
  const float top = grid.y;
  grid.column = width;
  for (const std::string_view keys : {"1 2 3", "4 5 6", "7 8 9", "+ 0 -"}) {
    std::vector<Stroke> strokes;
    for (const std::string_view key : keys_of(keys))
      strokes.push_back({{std::string(key), std::string(key)}, Does::type, std::string(key)});
    draw_row(pass, strokes, left);
  }
  grid.y = top;
  draw_row(pass,
           {{{"backspace", pass.ui.tr("Erase"), "backspace", KeyLook::function}, Does::erase, {}, {}, width}},
           last);
  draw_row(pass,
           {{left_key(pass.ui), Does::left, {}, {}, half}, {right_key(pass.ui), Does::right, {}, {}, half}},
           last);
  grid.key_height = 2 * grid.key_height + kKeyGap;
  draw_row(pass, {{{"done", pass.ui.tr("Done"), "check", KeyLook::primary}, Does::done, {}, {}, width}},
           last);
}

}  // namespace lotsen::ui
