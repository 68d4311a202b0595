#include "kiosk/screens/chrome.h"
#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

ui::Tile tile_of(const forms::Form& form, const ui::Ui& ui) {
  const std::string minutes = ui.tr_plural("About {n} minute", "About {n} minutes", form.minutes);
  return {"service." + form.id.value, "lamp", form.title.in(ui.language()),
          form.summary.in(ui.language()) + " " + minutes + "."};
}

}  // namespace

Actions draw(const app::ServicesPage&, const View& view, ui::Ui& ui) {
  Actions actions;
  const ui::Area area = content_area(ui);
  ui.column(area);
  ui.heading("services.heading", ui.tr("What is it about?"));
  ui.space(40);
  const std::size_t columns = ui.is_wide() ? 2 : 1;
  const float width = (area.width - static_cast<float>(columns - 1) * ui::kGap) / static_cast<float>(columns);
  const float height = 300;
  const float top = ui.y();
  std::size_t i = 0;
  for (const forms::Form& form : view.setup.forms) {
    const float x = area.x + static_cast<float>(i % columns) * (width + ui::kGap);
    const float y = top + static_cast<float>(i / columns) * (height + ui::kGap);
    if (ui.tile({x, y, width, height}, tile_of(form, ui))) actions.push_back(app::OpenForm{form.id});
    ++i;
  }
  if (view.setup.forms.empty()) {
    ui.body("services.none", ui.tr("There are no errands to start here right now. Staff help you instead."),
            ui.body_style());
    ui.space(12);
    ui.body("services.desk", view.reception.desk.in(ui.language()), ui.body_style());
  }
  if (draw_navigation(ui, {back_button(ui), std::nullopt}).back) actions.push_back(app::Back{});
  return actions;
}

}  // namespace lotsen::screens
