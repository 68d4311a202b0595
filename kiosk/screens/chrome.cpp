#include "kiosk/screens/chrome.h"

#include <algorithm>
#include <string>

namespace lotsen::screens {
namespace {

using ui::Area;
using ui::Button;
using ui::ButtonStyle;

constexpr float kBarPadding = 18;
constexpr float kShield = 64;
constexpr float kShieldRoom = 74;
constexpr float kGap = 16;
// Of the screen's height, where its measures are not known: the keyboard and a field have room in it.
constexpr float kUsualReachWide = 0.78F;
constexpr float kUsualReachTall = 0.62F;

bool is_home(const app::State& state) {
  return std::holds_alternative<app::HomePage>(state.page) && !state.help.shown && !state.languages_shown &&
         !state.idle_ends;
}

const std::string& own_name(const View& view, const std::string& code) {
  const auto found = std::ranges::find(view.reception.languages, code, &LanguageName::code);
  return found == view.reception.languages.end() ? code : found->own_name;
}

// A globe needs no reading.
Button globe(const Chrome& chrome, const ui::Ui& ui) {
  const bool home = is_home(chrome.state) || std::holds_alternative<app::AttractPage>(chrome.state.page);
  return {"lang.more", home ? ui.tr("More languages") : own_name(chrome.view, ui.language()),
          ButtonStyle::plain, "globe"};
}

std::vector<Button> leaving_buttons(const Chrome& chrome, const ui::Ui& ui) {
  std::vector<Button> buttons;
  if (chrome.can_cancel) buttons.push_back({"nav.cancel", ui.tr("Cancel and clear"), ButtonStyle::plain});
  buttons.push_back({"help.staff", ui.tr("Fetch staff"), ButtonStyle::dark, "person"});
  return buttons;
}

// How much of the screen, from its lower edge, a low hand reaches.
float reach_share(const Chrome& chrome, const ui::Ui& ui) {
  const float reached = ui.of_mm(chrome.view.reception.reach_mm);
  if (reached > 0) return reached / ui.height();
  return ui.is_wide() ? kUsualReachWide : kUsualReachTall;
}

bool offers_reach(const Chrome& chrome, const ui::Ui& ui) {
  return reach_share(chrome, ui) < 1;
}

std::vector<Button> looks_buttons(const Chrome& chrome, const Layout& layout, const ui::Ui& ui) {
  const app::Looks& looks = chrome.state.looks;
  const auto state_of = [](bool on) { return on ? ui::Switch::on : ui::Switch::off; };
  std::vector<Button> buttons;
  const bool greeting = std::holds_alternative<app::AttractPage>(chrome.state.page);
  if (layout.low_reach || greeting) buttons.push_back(globe(chrome, ui));
  buttons.push_back({"access.contrast", ui.tr("Contrast"), ButtonStyle::plain, "contrast", "",
                     state_of(looks.high_contrast)});
  const bool largest = looks.text_percent == 200;
  buttons.push_back({"access.text_size", ui.tr(largest ? "Normal text" : "Larger text"), ButtonStyle::plain,
                     "text-size", "", ui::Switch::none, std::to_string(looks.text_percent) + "\xC2\xA0%"});
  if (offers_reach(chrome, ui))
    buttons.push_back({"access.low_reach", ui.tr("Easier to reach"), ButtonStyle::plain, "reach-down", "",
                       state_of(looks.low_reach)});
  return buttons;
}

Actions act_on(const std::string& id) {
  if (id == "lang.more") return {app::ShowLanguages{}};
  if (id == "nav.cancel") return {app::Cancel{}};
  if (id == "help.staff") return {app::CallStaff{}};
  if (id == "access.contrast") return {app::SwitchContrast{}};
  if (id == "access.text_size") return {app::ChangeTextSize{}};
  if (id == "access.low_reach") return {app::SwitchReach{}};
  if (id.starts_with("lang.")) return {app::ChooseLanguage{id.substr(5)}};
  return {};
}

Flow footer_flow(const Chrome& chrome, const Layout& layout, ui::Ui& ui) {
  std::vector<Button> looks;
  std::vector<Button> leaving;
  if (!ui.keyboard_open()) looks = looks_buttons(chrome, layout, ui);
  if (!layout.leaving_in_header) leaving = leaving_buttons(chrome, ui);
  return {ui, std::move(looks), std::move(leaving), ui.width() - 2 * ui::kMargin};
}

// A second row would take too much of a wide screen's height.
bool fits_one_row(const Flow& flow, const ui::Ui& ui) {
  return !ui.is_wide() || flow.rows() == 1;
}

// The header: names from one side, buttons from the other.
struct Header {
  Flow buttons;
  float names_width;
  float name_height;
  bool errand_below;
  bool stacked;  // the buttons have a row of their own
  float names_height;
  float height = 0;
};

ui::TextStyle name_style(const ui::Ui& ui) {
  return {32, text::Weight::semibold, ui.theme().ink};
}

ui::TextStyle errand_style(const ui::Ui& ui) {
  return {ui::kHintSize, text::Weight::regular, ui.theme().ink_secondary, 1.3F, 0, text::Align::end};
}

// As many languages as there is room for beside the name, the chosen one among them.
std::vector<Button> header_chips(const Chrome& chrome, ui::Ui& ui, float room) {
  std::vector<Button> chips = language_chips(chrome.view, ui);
  const auto chosen = std::ranges::find(chips, ButtonStyle::chip_chosen, &Button::style);
  if (chosen != chips.end()) std::rotate(chips.begin(), chosen, chosen + 1);
  std::size_t fit = 0;
  while (fit < chips.size() && (room -= ui.width_of(chips[fit]) + kGap) >= 0) ++fit;
  chips.resize(fit);
  return chips;
}

std::vector<Button> header_buttons(const Chrome& chrome, const Layout& layout, ui::Ui& ui) {
  if (layout.low_reach) return {};
  if (ui.keyboard_open()) return leaving_buttons(chrome, ui);
  const Button more = globe(chrome, ui);
  std::vector<Button> buttons;
  if (layout.leaving_in_header) {
    buttons = leaving_buttons(chrome, ui);
    buttons.insert(buttons.begin(), more);
    return buttons;
  }
  if (is_home(chrome.state) && ui.is_roomy()) {
    const float name = kShieldRoom + ui.text_width(chrome.view.reception.municipality, name_style(ui));
    buttons = header_chips(chrome, ui, ui.width() - 2 * ui::kMargin - name - 40 - ui.width_of(more) - kGap);
  }
  buttons.push_back(more);
  return buttons;
}

Header header_of(const Chrome& chrome, const Layout& layout, ui::Ui& ui) {
  const float width = ui.width() - 2 * ui::kMargin;
  const std::vector<Button> buttons = header_buttons(chrome, layout, ui);
  float beside = buttons.empty() ? 0 : 40;
  for (const Button& button : buttons) beside += ui.width_of(button) + kGap;
  const float name = ui.text_width(chrome.view.reception.municipality, name_style(ui));
  // Where they do not fit beside each other the buttons stand below; alone where height is scarce.
  const bool stacked = width - kShieldRoom - beside < std::min(name, 0.7F * width - kShieldRoom);
  const bool alone = stacked && (ui.keyboard_open() || layout.leaving_in_header);
  Header header{{ui, {}, buttons, stacked ? width : std::min(width, beside)}, 0, 0, false, stacked, 0};
  header.names_width = alone ? 0 : width - kShieldRoom - (stacked ? 0 : beside);
  if (!alone)
    header.name_height =
        ui.text_height(chrome.view.reception.municipality, name_style(ui), header.names_width);
  header.errand_below = !ui.is_roomy() || layout.low_reach || stacked;
  const float errand = !alone && header.errand_below && !chrome.errand.empty()
                           ? ui.text_height(chrome.errand, errand_style(ui), header.names_width)
                           : 0;
  const float names = alone ? 0 : std::max(kShield, header.name_height + errand);
  header.names_height = names + 2 * kBarPadding;
  const float bar = stacked && !alone
                        ? header.names_height + header.buttons.height() + kBarPadding
                        : std::max(header.names_height, header.buttons.height() + 2 * kBarPadding);
  header.height = std::max(ui::kBarHeight, bar);
  if (!stacked) header.names_height = header.height - 2;
  return header;
}

void draw_names(const Chrome& chrome, const Header& header, ui::Ui& ui) {
  if (header.names_width <= 0 && header.buttons.length() + kShieldRoom > ui.width() - 2 * ui::kMargin) return;
  const float middle = (header.names_width > 0 ? header.names_height : header.height - 2) / 2;
  const Area shield{ui::kMargin - 6, middle - kShield / 2, kShield, kShield};
  draw_shield(shield, chrome.view.reception, ui);
  if (header.names_width <= 0) return;
  const float x = ui::kMargin + kShieldRoom;
  const std::string& name = chrome.view.reception.municipality;
  const bool below = header.errand_below && !chrome.errand.empty();
  const float errand = below ? ui.text_height(chrome.errand, errand_style(ui), header.names_width) : 0;
  const float top = middle - (header.name_height + errand) / 2;
  ui.label_at({x, top, header.names_width, header.name_height}, "header.municipality", ui::Role::text, name,
              name_style(ui));
  if (chrome.errand.empty()) return;
  ui::TextStyle style = errand_style(ui);
  if (below) style.align = text::Align::start;
  const float y = below ? top + header.name_height : 0;
  const float from = below ? x : x + ui.text_width(name, name_style(ui)) + 40;
  ui.label_at({from, y, x + header.names_width - from, below ? errand : header.names_height}, "header.errand",
              ui::Role::text, chrome.errand, style);
}

}  // namespace

void draw_shield(const Area& area, const Reception& reception, ui::Ui& ui) {
  ui.icon_at(area, "shield", ui.theme().brand);
  if (!reception.own_shield) ui.icon_at(area, "shield-mark", ui.theme().accent);
}

std::vector<Button> language_chips(const View& view, const ui::Ui& ui) {
  std::vector<Button> chips;
  for (const LanguageName& language : view.reception.languages) {
    const bool chosen = language.code == ui.language();
    chips.push_back(
        {"lang." + language.code, language.own_name, chosen ? ButtonStyle::chip_chosen : ButtonStyle::chip});
  }
  return chips;
}

Layout lay_out(const Chrome& chrome, ui::Ui& ui) {
  Layout layout;
  layout.low_reach = chrome.state.looks.low_reach && offers_reach(chrome, ui);
  const bool in_footer = !ui.keyboard_open() || layout.low_reach;
  layout.leaving_in_header =
      !in_footer || (!layout.low_reach && !fits_one_row(footer_flow(chrome, layout, ui), ui));
  layout.header_bottom = header_of(chrome, layout, ui).height;
  layout.footer_top = ui.keyboard_top();
  if (in_footer) layout.footer_top -= footer_flow(chrome, layout, ui).height() + 2 * kBarPadding;
  layout.press_top = layout.header_bottom;
  if (layout.low_reach)
    layout.press_top = std::max(layout.header_bottom, ui.height() * (1 - reach_share(chrome, ui)));
  return layout;
}

Actions draw_header(const Chrome& chrome, const Layout& layout, ui::Ui& ui) {
  ui.page_opacity(false);
  const Header header = header_of(chrome, layout, ui);
  ui.panel({0, 0, ui.width(), header.height - 2}, ui.theme().surface);
  ui.rule({0, header.height - 2, ui.width(), 2});
  draw_names(chrome, header, ui);
  const bool beside = !header.stacked;
  const float x = beside ? ui::kMargin + kShieldRoom + header.names_width : ui::kMargin;
  const float y = beside || header.names_width <= 0 ? (header.height - 2 - header.buttons.height()) / 2
                                                    : header.names_height;
  const std::string pressed = header.buttons.draw(ui, x, y);
  ui.page_opacity(true);
  return act_on(pressed);
}

Actions draw_footer(const Chrome& chrome, const Layout& layout, ui::Ui& ui) {
  if (ui.keyboard_open() && !layout.low_reach) return {};  // all of it is in the header
  ui.page_opacity(false);
  if (!ui.keyboard_open()) {
    ui.panel({0, layout.footer_top + 2, ui.width(), ui.height() - layout.footer_top - 2}, ui.theme().surface);
    ui.rule({0, layout.footer_top, ui.width(), 2});
  }
  const std::string pressed =
      footer_flow(chrome, layout, ui).draw(ui, ui::kMargin, layout.footer_top + kBarPadding);
  ui.page_opacity(true);
  return act_on(pressed);
}

}  // namespace lotsen::screens
