#include "kiosk/screens/chrome.h"

#include <algorithm>
#include <ranges>

namespace lotsen::screens {
namespace {

using ui::Area;
using ui::Button;
using ui::ButtonStyle;

constexpr float kChipGap = 14;
constexpr float kButtonGap = 16;

// Each language in its own name: nobody has to know Swedish to find theirs.
std::string own_name(const std::string& language) {
  if (language == "sv") return "Svenska";
  if (language == "en") return "English";
  return language;
}

float bar_y(float bar_top) {
  return bar_top + (ui::kBarHeight - ui::kBarButtonHeight) / 2;
}

struct Furniture {
  Button cancel;
  Button staff;
};

Furniture furniture(const ui::Ui& ui) {
  return {{"nav.cancel", ui.tr("Cancel and clear"), ButtonStyle::plain},
          {"help.staff", ui.tr("Fetch staff"), ButtonStyle::dark, "person"}};
}

float furniture_width(ui::Ui& ui, bool can_cancel) {
  const Furniture buttons = furniture(ui);
  return ui.width_of(buttons.staff) + (can_cancel ? ui.width_of(buttons.cancel) + kButtonGap : 0);
}

}  // namespace

void draw_header(const View& view, ui::Ui& ui, const std::string& errand) {
  ui.page_opacity(false);
  ui.panel({0, 0, ui.width(), ui::kBarHeight - 2}, ui.theme().surface);
  ui.rule({0, ui::kBarHeight - 2, ui.width(), 2});
  const Area shield{ui::kMargin - 6, 24, 64, 64};
  ui.icon_at(shield, "shield", ui.theme().brand);
  ui.icon_at(shield, "shield-mark", ui.theme().accent);
  // On a narrow screen the buttons take the header while the keyboard is open.
  const bool room_for_names = ui.is_wide() || !ui.keyboard_open();
  if (room_for_names)
    ui.label_at({ui::kMargin + 74, 0, 600, ui::kBarHeight - 2}, "header.municipality", ui::Role::text,
                view.reception.municipality, {32, text::Weight::semibold, ui.theme().ink});
  if (room_for_names && !errand.empty()) {
    const float right = ui.keyboard_open() ? furniture_width(ui, true) + 40 : 0;
    ui.label_at({ui.width() / 2, 0, ui.width() / 2 - ui::kMargin - right, ui::kBarHeight - 2},
                "header.errand", ui::Role::text, errand,
                {ui::kHintSize, text::Weight::regular, ui.theme().ink_secondary, 1.3F, 0, text::Align::end});
  }
  ui.page_opacity(true);
}

Actions draw_languages(const View& view, ui::Ui& ui) {
  Actions actions;
  ui.page_opacity(false);
  float x = ui.width() - ui::kMargin;
  for (const std::string& language : view.setup.languages | std::views::reverse) {
    const bool chosen = language == ui.language();
    const Button chip{"lang." + language, own_name(language),
                      chosen ? ButtonStyle::chip_chosen : ButtonStyle::chip};
    const float width = ui.width_of(chip);
    x -= width;
    if (ui.button({x, bar_y(0), width, ui::kBarButtonHeight}, chip))
      actions.push_back(app::ChooseLanguage{language});
    x -= kChipGap;
  }
  ui.page_opacity(true);
  return actions;
}

Actions draw_furniture(ui::Ui& ui, bool can_cancel) {
  Actions actions;
  ui.page_opacity(false);
  const bool in_header = ui.keyboard_open();
  const float top = in_header ? -2 : ui.height() - ui::kBarHeight;
  if (!in_header) {
    ui.panel({0, top + 2, ui.width(), ui::kBarHeight - 2}, ui.theme().surface);
    ui.rule({0, top, ui.width(), 2});
  }
  const Furniture buttons = furniture(ui);
  float x = ui.width() - ui::kMargin - furniture_width(ui, can_cancel);
  const float y = bar_y(top);
  if (can_cancel) {
    const float width = ui.width_of(buttons.cancel);
    if (ui.button({x, y, width, ui::kBarButtonHeight}, buttons.cancel)) actions.push_back(app::Cancel{});
    x += width + kButtonGap;
  }
  if (ui.button({x, y, ui.width_of(buttons.staff), ui::kBarButtonHeight}, buttons.staff))
    actions.push_back(app::CallStaff{});
  ui.page_opacity(true);
  return actions;
}

ui::Button back_button(const ui::Ui& ui) {
  return {"nav.back", ui.tr("Back"), ButtonStyle::secondary, "arrow-left"};
}

ui::Button next_button(const ui::Ui& ui) {
  return {"nav.next", ui.tr("Next"), ButtonStyle::primary, "", "arrow-right"};
}

float navigation_top(const ui::Ui& ui) {
  const float bottom = ui.keyboard_open() ? ui.keyboard_top() : ui.height() - ui::kBarHeight;
  return bottom - 24 - ui::kButtonHeight;
}

Pressed draw_navigation(ui::Ui& ui, const Navigation& navigation) {
  Pressed pressed;
  const float y = navigation_top(ui);
  if (navigation.back) {
    const float width = std::max(266.0F, ui.width_of(*navigation.back));
    pressed.back = ui.button({ui::kMargin, y, width, ui::kButtonHeight}, *navigation.back);
  }
  if (navigation.next) {
    const float width = std::max(260.0F, ui.width_of(*navigation.next));
    pressed.next =
        ui.button({ui.width() - ui::kMargin - width, y, width, ui::kButtonHeight}, *navigation.next);
  }
  pressed.back = pressed.back || (navigation.back && ui.escape_pressed());
  return pressed;
}

Area content_area(const ui::Ui& ui) {
  const float top = ui::kBarHeight + (ui.keyboard_open() ? 8.0F : 44.0F);
  return {ui::kMargin, top, ui.width() - 2 * ui::kMargin, navigation_top(ui) - top - 20};
}

Area column_area(const ui::Ui& ui, float most_width) {
  Area area = content_area(ui);
  area.width = std::min(area.width, most_width);
  return area;
}

}  // namespace lotsen::screens
