// A page between header and footer: heading, content that scrolls, Back and Next.
#include <algorithm>

#include "kiosk/screens/chrome.h"

namespace lotsen::screens {
namespace {

using ui::Area;
using ui::Button;

constexpr float kAboveNavigation = 18;
constexpr float kBelowNavigation = 24;
constexpr float kLeastButton = 260;
constexpr float kQuestionRoom = 310;  // a heading, a question and its field

struct Places {
  Area back;
  Area next;
  float top = 0;  // of both
};

// Side by side; each has half the width at most.
Places places(const Navigation& navigation, const Layout& layout, ui::Ui& ui) {
  const float width = ui.width() - 2 * ui::kMargin;
  const bool both = navigation.back && navigation.next;
  const float most = both ? (width - ui::kGap) / 2 : width;
  const auto sized = [&](const std::optional<Button>& button) {
    if (!button) return Area{};
    const float wide = std::clamp(ui.width_of(*button), kLeastButton, most);
    return Area{0, 0, wide, ui.height_of(*button, wide)};
  };
  Places at{sized(navigation.back), sized(navigation.next)};
  const float height = std::max(at.back.height, at.next.height);
  at.top = layout.footer_top - kBelowNavigation - height;
  at.back = {ui::kMargin, at.top, at.back.width, height};
  at.next = {ui.width() - ui::kMargin - at.next.width, at.top, at.next.width, height};
  return at;
}

// Where the keyboard leaves no room for both them and a question, "Done" closes it and they come back.
bool shows_navigation(const Navigation& navigation, const Layout& layout, ui::Ui& ui) {
  if (!navigation.back && !navigation.next) return false;
  const float room = places(navigation, layout, ui).top - kAboveNavigation - layout.press_top;
  return !ui.keyboard_open() || room >= kQuestionRoom * ui.text_scale();
}

float page_bottom(const PageParts& parts, const Layout& layout, ui::Ui& ui) {
  if (shows_navigation(parts.navigation, layout, ui))
    return places(parts.navigation, layout, ui).top - kAboveNavigation;
  return layout.footer_top - kAboveNavigation;
}

void draw_heading(const Heading& heading, ui::Ui& ui) {
  ui.heading(heading.id, heading.text, heading.size);
  if (heading.below.empty()) return;
  ui.space(6);
  ui.body(heading.below_id, heading.below, ui.body_style());
}

float heading_height(const Heading& heading, float width, ui::Ui& ui) {
  const ui::TextStyle style{heading.size, text::Weight::bold, ui.theme().ink, 1.2F};
  const float below = heading.below.empty() ? 0 : 6 + ui.text_height(heading.below, ui.body_style(), width);
  return ui.text_height(heading.text, style, width) + below;
}

// In low reach the heading has the part of the screen where nothing is pressed, if it fits there.
bool heading_is_above(const Heading& heading, const Layout& layout, ui::Ui& ui) {
  if (!layout.low_reach || ui.keyboard_open()) return false;
  const float width = ui.width() - 2 * ui::kMargin;
  return heading_height(heading, width, ui) + 40 <= layout.press_top - layout.header_bottom;
}

void draw_heading_above(const Heading& heading, const Layout& layout, ui::Ui& ui) {
  const float width = ui.width() - 2 * ui::kMargin;
  const float height = heading_height(heading, width, ui);
  ui.column({ui::kMargin, layout.press_top - 20 - height, width, height});
  draw_heading(heading, ui);
}

}  // namespace

ui::Button back_button(const ui::Ui& ui) {
  return {"nav.back", ui.tr("Back"), ui::ButtonStyle::secondary, "arrow-left"};
}

ui::Button next_button(const ui::Ui& ui) {
  return {"nav.next", ui.tr("Next"), ui::ButtonStyle::primary, "", "arrow-right"};
}

ui::Area page_area(const PageParts& parts, const Layout& layout, ui::Ui& ui) {
  const float top = layout.press_top + (ui.keyboard_open() || layout.low_reach ? 12.0F : 36.0F);
  const float width = ui.width() - 2 * ui::kMargin;
  const float most = ui.is_roomy() ? parts.most_width : width;
  return {ui::kMargin, top, std::min(width, most), page_bottom(parts, layout, ui) - top};
}

void begin_page(const PageParts& parts, const Layout& layout, ui::Ui& ui) {
  const Heading& heading = parts.heading;
  const bool above = heading_is_above(heading, layout, ui);
  if (above) draw_heading_above(heading, layout, ui);
  const Area area = page_area(parts, layout, ui);
  ui.column(area);
  ui.begin_scroll(area.y + area.height);
  if (!above && !heading.text.empty()) {
    draw_heading(heading, ui);
    ui.space(ui.keyboard_open() ? 2 : heading.gap);
  }
  if (!layout.untranslated || ui.keyboard_open()) return;
  ui.notice("page.untranslated", ui::NoticeKind::information,
            ui.tr("This page is not translated yet. It is shown in Swedish."));
  ui.space(28);
}

Pressed end_page(const PageParts& parts, const Layout& layout, ui::Ui& ui) {
  ui.end_scroll();
  Pressed pressed;
  const Navigation& navigation = parts.navigation;
  if (shows_navigation(navigation, layout, ui)) {
    const Places at = places(navigation, layout, ui);
    if (navigation.back) pressed.back = ui.button(at.back, *navigation.back);
    if (navigation.next) pressed.next = ui.button(at.next, *navigation.next);
  }
  pressed.back = pressed.back || (navigation.back && ui.escape_pressed());
  return pressed;
}

}  // namespace lotsen::screens
