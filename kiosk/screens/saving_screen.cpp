#include "kiosk/screens/chrome.h"
#include "kiosk/screens/pages.h"

namespace lotsen::screens {

Actions draw(const app::SavingPage& page, const View& view, ui::Ui& ui) {
  Actions actions;
  ui.column(column_area(ui));
  if (!page.failed) {
    ui.heading("saving.heading", ui.tr("Saving…"), ui::kStepHeadingSize);
    return actions;
  }
  ui.heading("saving.heading", ui.tr("It could not be saved"), ui::kStepHeadingSize);
  ui.space(24);
  ui.notice(
      "saving.failed", ui::NoticeKind::error,
      ui.tr("Something is wrong with this machine, not with what you wrote. Your answers are still here. "
            "Try again, or fetch staff: they can take your errand at the desk."));
  ui.space(24);
  ui.body("saving.desk", view.reception.desk.in(ui.language()), ui.body_style());
  const ui::Button again{"review.send", ui.tr("Try again"), ui::ButtonStyle::primary};
  const Pressed pressed = draw_navigation(ui, {back_button(ui), again});
  if (pressed.back) actions.push_back(app::Back{});
  if (pressed.next) actions.push_back(app::Send{});
  return actions;
}

}  // namespace lotsen::screens
