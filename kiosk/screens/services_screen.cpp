#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

constexpr std::string_view kPrefix = "service.";

ui::Tile tile_of(const forms::Form& form, const ui::Ui& ui) {
  const std::string minutes = ui.tr_plural("About {n} minute", "About {n} minutes", form.minutes);
  return {std::string(kPrefix) + form.id.value, "lamp", form.title.in(ui.language()),
          form.summary.in(ui.language()) + " " + minutes + "."};
}

void draw_none(const Scene& scene, ui::Ui& ui) {
  ui.body("services.none", ui.tr("There are no errands to start here right now. Staff help you instead."),
          ui.body_style());
  ui.space(12);
  ui.body("services.desk", scene.reception.desk.in(ui.language()), ui.body_style());
}

}  // namespace

Actions draw(const app::ServicesPage&, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const PageParts parts{.heading = {"services.heading", ui.tr("What is it about?")},
                        .navigation = {back_button(ui), std::nullopt},
                        .most_width = ui.width()};
  begin_page(parts, scene.layout, ui);
  std::vector<ui::Tile> tiles;
  for (const forms::Form& form : scene.setup.forms) tiles.push_back(tile_of(form, ui));
  ui.grid(ui.is_wide() && ui.text_scale() < 1.5F ? 2 : 1, tiles, 300, [&](const ui::Tile& tile) {
    actions.push_back(app::OpenForm{FormId{tile.id.substr(kPrefix.size())}});
  });
  if (tiles.empty()) draw_none(scene, ui);
  if (end_page(parts, scene.layout, ui).back) actions.push_back(app::Back{});
  return actions;
}

}  // namespace lotsen::screens
