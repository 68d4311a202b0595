// The quiet screen: one greeting at a time, in the language the frame has for it.
#include <algorithm>

#include "kiosk/screens/pages.h"

namespace lotsen::screens {

Actions draw(const app::AttractPage&, const Scene&, ui::Ui& ui) {
  const ui::TextStyle welcome{96, text::Weight::bold, ui.theme().ink, 1.2F, 0, text::Align::center};
  ui::TextStyle here{40, text::Weight::regular, ui.theme().ink_secondary, 1.3F, 0, text::Align::center};
  const ui::Button touch{"attract.start", ui.tr("Touch the screen to begin"), ui::ButtonStyle::primary};
  const float width = std::min(ui.width() - 2 * ui::kMargin, 1400.0F);
  const float x = (ui.width() - width) / 2;
  const float shield = 200;
  const std::string text = ui.tr("Here you can start an errand or get help from staff.");
  const float greeting = ui.text_height(ui.tr("Welcome"), welcome, width);
  const float height = shield + 40 + greeting + 16 + ui.text_height(text, here, width);
  const float press_width = std::min(width, ui.width_of(touch));
  const float press_height = ui.height_of(touch, press_width);
  const float press_y = ui.height() - std::max(120.0F, ui.height() * 0.12F) - press_height;
  float y = std::max(60.0F, (press_y - height) / 2);
  const ui::Area plate{(ui.width() - shield) / 2, y, shield, shield};
  ui.icon_at(plate, "shield", ui.theme().brand);
  ui.icon_at(plate, "shield-mark", ui.theme().accent);
  y += shield + 40;
  ui.column({x, y, width, 0});
  ui.paragraph("attract.heading", ui::Role::heading, ui.tr("Welcome"), welcome);
  ui.space(16);
  ui.paragraph("attract.text", ui::Role::text, text, here);
  ui.button({(ui.width() - press_width) / 2, press_y, press_width, press_height}, touch);
  return {};  // any touch or key opens home: the page's update sees the input itself
}

}  // namespace lotsen::screens
