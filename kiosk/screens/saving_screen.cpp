#include "kiosk/screens/pages.h"

namespace lotsen::screens {

Actions draw(const app::SavingPage& page, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  PageParts parts{.heading = {"saving.heading", ui.tr("Saving…"), ui::kStepHeadingSize}};
  if (!page.failed) {
    begin_page(parts, scene.layout, ui);
    end_page(parts, scene.layout, ui);
    return actions;
  }
  parts.heading.text = ui.tr("It could not be saved");
  parts.navigation = {back_button(ui),
                      ui::Button{"review.send", ui.tr("Try again"), ui::ButtonStyle::primary}};
  begin_page(parts, scene.layout, ui);
  ui.notice(
      "saving.failed", ui::NoticeKind::error,
      ui.tr("Something is wrong with this machine, not with what you wrote. Your answers are still here. "
            "Try again, or fetch staff: they can take your errand at the desk."));
  ui.space(24);
  ui.body("saving.desk", scene.reception.desk.in(ui.language()), ui.body_style());
  const Pressed pressed = end_page(parts, scene.layout, ui);
  if (pressed.back) actions.push_back(app::Back{});
  if (pressed.next) actions.push_back(app::Send{});
  return actions;
}

}  // namespace lotsen::screens
