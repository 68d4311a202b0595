#include "kiosk/screens/chrome.h"
#include "kiosk/screens/pages.h"

namespace lotsen::screens {

Actions draw(const app::HomePage&, const View&, ui::Ui& ui) {
  Actions actions;
  ui::Area area = content_area(ui);
  ui.column(area);
  ui.heading("home.heading", ui.tr("Welcome. What would you like to do?"));
  ui.space(6);
  ui.body("home.text", ui.tr("Press what fits best. You can always ask for help."), ui.body_style());
  ui.space(36);

  // Three columns, two on a portrait screen; more tiles come with their pages.
  const float columns = ui.is_wide() ? 3 : 2;
  const float width = (area.width - (columns - 1) * ui::kGap) / columns;
  const ui::Tile services{"home.services", "document", ui.tr("Start an errand"),
                          ui.tr("Apply, report or fill in a form"), true};
  if (ui.tile({area.x, ui.y(), width, ui.is_wide() ? 270.0F : 310.0F}, services))
    actions.push_back(app::OpenServices{});
  return actions;
}

}  // namespace lotsen::screens
