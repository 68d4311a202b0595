#include "kiosk/screens/pages.h"

namespace lotsen::screens {

Actions draw_idle(int seconds_left, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const PageParts parts{
      .heading = {"idle.heading", ui.tr("Are you still here?")},
      .navigation = {ui::Button{"nav.cancel", ui.tr("Cancel and clear"), ui::ButtonStyle::secondary},
                     ui::Button{"idle.stay", ui.tr("I am still here"), ui::ButtonStyle::primary}}};
  begin_page(parts, scene.layout, ui);
  ui.body("idle.text", ui.tr("What you have written is hidden. If nobody answers it is cleared."),
          ui.body_style());
  ui.space(12);
  ui.body("idle.seconds",
          ui.tr_plural("The screen is cleared in {n} second.", "The screen is cleared in {n} seconds.",
                       seconds_left),
          {40, text::Weight::semibold, ui.theme().ink});
  if (ui.escape_pressed()) actions.push_back(app::StayHere{});
  const Pressed pressed = end_page(parts, scene.layout, ui);
  if (pressed.back) actions.push_back(app::Cancel{});
  if (pressed.next) actions.push_back(app::StayHere{});
  return actions;
}

}  // namespace lotsen::screens
