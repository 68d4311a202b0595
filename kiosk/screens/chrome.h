// What frames every page: header, footer, and the pair Back and Next at their one place. A page is drawn
// between begin_page and end_page; it scrolls when it is longer than its place.
#pragma once
#include <optional>
#include <string>

#include "kiosk/screens/layout.h"
#include "kiosk/screens/screens.h"

namespace lotsen::screens {

// What a pass knows of its page before it draws it.
struct Chrome {
  const app::State& state;
  const View& view;
  std::string errand;  // the service one is in
  bool can_cancel = false;
};

Layout lay_out(const Chrome& chrome, ui::Ui& ui);
Actions draw_header(const Chrome& chrome, const Layout& layout, ui::Ui& ui);
// How one sees and reaches the screen, "Cancel and clear" when there is something to clear, "Fetch staff"
// always. While the keyboard has the footer's place the last two stand elsewhere.
Actions draw_footer(const Chrome& chrome, const Layout& layout, ui::Ui& ui);

struct Navigation {
  std::optional<ui::Button> back;
  std::optional<ui::Button> next;
};
struct Pressed {
  bool back = false;
  bool next = false;
};
ui::Button back_button(const ui::Ui& ui);
ui::Button next_button(const ui::Ui& ui);

struct Heading {
  std::string id;
  std::string text;
  float size = ui::kHeadingSize;
  std::string below = {};  // a sentence under it, with the id of the page: "home.text"
  std::string below_id = {};
  float gap = 28;  // to what follows
};

// Most content is easiest to read in a column; wide screens leave room for a card beside it.
inline constexpr float kColumnWidth = 1112;

struct PageParts {
  Heading heading = {};
  Navigation navigation = {};
  float most_width = kColumnWidth;
};

// Leaves the column of `ui` below the heading.
void begin_page(const PageParts& parts, const Layout& layout, ui::Ui& ui);
Pressed end_page(const PageParts& parts, const Layout& layout, ui::Ui& ui);
ui::Area page_area(const PageParts& parts, const Layout& layout, ui::Ui& ui);

// The municipality's own, or the built-in one of two colours.
void draw_shield(const ui::Area& area, const Reception& reception, ui::Ui& ui);

// The languages as buttons; the chosen one is marked.
std::vector<ui::Button> language_chips(const View& view, const ui::Ui& ui);

}  // namespace lotsen::screens
