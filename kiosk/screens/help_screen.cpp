#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

// "On the way" is said only when a person has said so.
void draw_status(app::HelpState state, ui::Ui& ui) {
  switch (state) {
    case app::HelpState::none:
      return;
    case app::HelpState::calling:
      return ui.status("help.status", ui.tr("Telling staff…"), ui::NoticeKind::information);
    case app::HelpState::fetching:
      return ui.status("help.status", ui.tr("Staff have been told"), ui::NoticeKind::information);
    case app::HelpState::on_the_way:
      return ui.status("help.status", ui.tr("Staff are on their way"), ui::NoticeKind::success);
    case app::HelpState::unreachable:
      return ui.status("help.status", ui.tr("Staff could not be reached from here"), ui::NoticeKind::error);
  }
}

}  // namespace

Actions draw_help(const app::Help& help, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const PageParts parts{
      .heading = {"help.heading", ui.tr("Help from staff"), ui::kStepHeadingSize},
      .navigation = {ui::Button{"help.close", ui.tr("Back"), ui::ButtonStyle::secondary, "arrow-left"},
                     std::nullopt}};
  begin_page(parts, scene.layout, ui);
  ui.begin_card(48);
  draw_status(help.state, ui);
  ui.space(14);
  ui.body("help.desk", scene.reception.desk.in(ui.language()), {34, text::Weight::medium, ui.theme().ink});
  ui.space(14);
  ui.body("help.text",
          help.state == app::HelpState::on_the_way
              ? ui.tr("Stay here, or go back to your errand meanwhile. Nothing is lost.")
              : ui.tr("You can go there, or go back to your errand meanwhile. Nothing is lost."),
          ui.body_style());
  ui.end_card();
  if (end_page(parts, scene.layout, ui).back) actions.push_back(app::HideHelp{});
  return actions;
}

}  // namespace lotsen::screens
