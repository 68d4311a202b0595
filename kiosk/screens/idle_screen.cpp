#include "kiosk/screens/chrome.h"
#include "kiosk/screens/pages.h"

namespace lotsen::screens {

Actions draw_idle(int seconds_left, ui::Ui& ui) {
  Actions actions;
  ui.column(column_area(ui));
  ui.heading("idle.heading", ui.tr("Are you still here?"));
  ui.space(12);
  ui.body("idle.text", ui.tr("What you have written is hidden. If nobody answers it is cleared."),
          ui.body_style());
  ui.space(12);
  ui.body("idle.seconds",
          ui.tr_plural("The screen is cleared in {n} second.", "The screen is cleared in {n} seconds.",
                       seconds_left),
          {40, text::Weight::semibold, ui.theme().ink});
  if (ui.escape_pressed()) actions.push_back(app::StayHere{});
  const ui::Button clear{"nav.cancel", ui.tr("Cancel and clear"), ui::ButtonStyle::secondary};
  const ui::Button stay{"idle.stay", ui.tr("I am still here"), ui::ButtonStyle::primary};
  const Pressed pressed = draw_navigation(ui, {clear, stay});
  if (pressed.back) actions.push_back(app::Cancel{});
  if (pressed.next) actions.push_back(app::StayHere{});
  return actions;
}

}  // namespace lotsen::screens
