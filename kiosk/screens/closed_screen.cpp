#include "kiosk/screens/pages.h"

namespace lotsen::screens {

Actions draw(const app::ClosedPage&, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const PageParts parts{
      .heading = {"closed.heading", ui.tr("Errands cannot be handed in here right now"),
                  ui::kStepHeadingSize},
      .navigation = {std::nullopt, ui::Button{"nav.next", ui.tr("To the start"), ui::ButtonStyle::primary}}};
  begin_page(parts, scene.layout, ui);
  ui.body("closed.text",
          ui.tr("This machine cannot keep your errand safely at the moment. Staff help you instead."),
          ui.body_style());
  ui.space(12);
  ui.body("closed.desk", scene.reception.desk.in(ui.language()), ui.body_style());
  if (end_page(parts, scene.layout, ui).next) actions.push_back(app::Finish{});
  return actions;
}

}  // namespace lotsen::screens
