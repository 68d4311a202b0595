#include <algorithm>

#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

// Where the header has no room for them the languages stand below the tiles.
void draw_chips(const Scene& scene, ui::Ui& ui, Actions& actions) {
  if (ui.is_roomy() && !scene.layout.low_reach) return;
  ui.space(ui::kGap);
  const Flow chips{ui, language_chips({scene.setup, scene.reception}, ui), {}, ui.column_width()};
  const std::string pressed = chips.draw(ui, ui::kMargin, ui.y());
  ui.space(chips.height());
  if (!pressed.empty()) actions.push_back(app::ChooseLanguage{pressed.substr(std::string("lang.").size())});
}

}  // namespace

Actions draw(const app::HomePage&, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const std::string below =
      ui.tr(scene.layout.low_reach ? "Everything you press is now in the lower part of the screen."
                                   : "Press what fits best. You can always ask for help.");
  const PageParts parts{.heading = {"home.heading", ui.tr("Welcome. What would you like to do?"),
                                    ui::kHeadingSize, below, "home.text"},
                        .most_width = ui.width()};
  begin_page(parts, scene.layout, ui);
  // Three columns, fewer where the texts need it; more tiles come with their pages.
  const int columns = ui.is_roomy() ? 3 : ui.text_scale() < 1.5F ? 2 : 1;
  ui.grid(columns,
          {ui::Tile{"home.services", "document", ui.tr("Start an errand"),
                    ui.tr("Apply, report or fill in a form"), true}},
          270, [&](const ui::Tile&) { actions.push_back(app::OpenServices{}); });
  draw_chips(scene, ui, actions);
  end_page(parts, scene.layout, ui);
  return actions;
}

}  // namespace lotsen::screens
