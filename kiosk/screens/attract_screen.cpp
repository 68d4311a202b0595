// The quiet screen: one greeting at a time, in the language the frame has for it. A touch anywhere opens
// home.
#include <algorithm>

#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

constexpr float kShield = 200;
constexpr float kBelowShield = 40;
constexpr float kBelowText = 72;

struct Greeting {
  std::string welcome;
  std::string text;
  std::string touch;
  ui::TextStyle welcome_style;
  ui::TextStyle text_style;
  ui::TextStyle touch_style;
};

Greeting greeting_of(const ui::Ui& ui) {
  const auto centred = [](float size, text::Weight weight, ui::Colour colour) {
    return ui::TextStyle{size, weight, colour, 1.25F, 0, text::Align::center};
  };
  return {ui.tr("Welcome"),
          ui.tr("Here you can start an errand or get help from staff."),
          ui.tr("Touch the screen to begin"),
          centred(96, text::Weight::bold, ui.theme().ink),
          centred(40, text::Weight::regular, ui.theme().ink_secondary),
          centred(44, text::Weight::semibold, ui.theme().brand)};
}

float height_of(const Greeting& greeting, float width, ui::Ui& ui) {
  return kShield + kBelowShield + ui.text_height(greeting.welcome, greeting.welcome_style, width) + 16 +
         ui.text_height(greeting.text, greeting.text_style, width) + kBelowText +
         ui.text_height(greeting.touch, greeting.touch_style, width);
}

}  // namespace

Actions draw(const app::AttractPage&, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const Greeting greeting = greeting_of(ui);
  const float bottom = scene.layout.footer_top;
  if (ui.touched_anywhere({0, 0, ui.width(), bottom - 20}, "attract.start", greeting.touch))
    actions.push_back(app::OpenHome{});
  const float width = std::min(ui.width() - 2 * ui::kMargin, 1400.0F);
  const float y = std::max(40.0F, (bottom - height_of(greeting, width, ui)) / 2);
  draw_shield({(ui.width() - kShield) / 2, y, kShield, kShield}, scene.reception, ui);
  ui.column({(ui.width() - width) / 2, y + kShield + kBelowShield, width, 0});
  ui.paragraph("attract.heading", ui::Role::heading, greeting.welcome, greeting.welcome_style);
  ui.space(16);
  ui.paragraph("attract.text", ui::Role::text, greeting.text, greeting.text_style);
  ui.space(kBelowText);
  ui.paragraph("", ui::Role::text, greeting.touch, greeting.touch_style);
  return actions;
}

}  // namespace lotsen::screens
