// What frames every page: header, footer, and the pair Back and Next at their one place.
#pragma once
#include <optional>
#include <string>

#include "kiosk/screens/screens.h"

namespace lotsen::screens {

// Languages to choose from, or the errand one is in.
void draw_header(const View& view, ui::Ui& ui, const std::string& errand);
Actions draw_languages(const View& view, ui::Ui& ui);

// "Cancel and clear" when there is something to clear, "Fetch staff" always. While the keyboard is open they
// stand in the header, since the keyboard takes the footer's place.
Actions draw_furniture(ui::Ui& ui, bool can_cancel);

struct Navigation {
  std::optional<ui::Button> back;
  std::optional<ui::Button> next;
};
struct Pressed {
  bool back = false;
  bool next = false;
};
Pressed draw_navigation(ui::Ui& ui, const Navigation& navigation);
ui::Button back_button(const ui::Ui& ui);
ui::Button next_button(const ui::Ui& ui);

// Where a page's content goes: between header and navigation.
ui::Area content_area(const ui::Ui& ui);
float navigation_top(const ui::Ui& ui);
// Most content is easiest to read in a column; wide screens leave room for a card beside it.
inline constexpr float kColumnWidth = 1112;
ui::Area column_area(const ui::Ui& ui, float most_width = kColumnWidth);

}  // namespace lotsen::screens
