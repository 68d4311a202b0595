#include "kiosk/screens/chrome.h"
#include "kiosk/screens/pages.h"

namespace lotsen::screens {

Actions draw(const app::ClosedPage&, const View& view, ui::Ui& ui) {
  Actions actions;
  ui.column(column_area(ui));
  ui.heading("closed.heading", ui.tr("Errands cannot be handed in here right now"), ui::kStepHeadingSize);
  ui.space(24);
  ui.body("closed.text",
          ui.tr("This machine cannot keep your errand safely at the moment. Staff help you instead."),
          ui.body_style());
  ui.space(12);
  ui.body("closed.desk", view.reception.desk.in(ui.language()), ui.body_style());
  const ui::Button home{"nav.next", ui.tr("To the start"), ui::ButtonStyle::primary};
  if (draw_navigation(ui, {std::nullopt, home}).next) actions.push_back(app::Finish{});
  return actions;
}

}  // namespace lotsen::screens
