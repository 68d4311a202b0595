// All languages, each in its own name.
#include <algorithm>

#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

// Said in that language, which the visitor may be the only one here to read.
ui::Tile tile_of(const LanguageName& language, const ui::Ui& ui) {
  return {.id = "lang." + language.code,
          .icon = "",
          .title = language.own_name,
          .text = language.partly_note,
          .primary = language.code == ui.language()};
}

// As many as leave each name on one line.
int columns_for(const std::vector<ui::Tile>& tiles, ui::Ui& ui) {
  constexpr int kMost = 4;
  float widest = 0;
  for (const ui::Tile& tile : tiles) widest = std::max(widest, ui.width_of(tile));
  const float room = ui.column_width() + ui::kGap;
  return std::clamp(static_cast<int>(room / (widest + ui::kGap)), 1, kMost);
}

}  // namespace

Actions draw_languages(const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const PageParts parts{.heading = {"languages.heading", ui.tr("Choose your language")},
                        .navigation = {back_button(ui), std::nullopt},
                        .most_width = ui.width()};
  begin_page(parts, scene.layout, ui);
  std::vector<ui::Tile> tiles;
  for (const LanguageName& language : scene.reception.languages) tiles.push_back(tile_of(language, ui));
  ui.grid(columns_for(tiles, ui), tiles, 92, [&](const ui::Tile& tile) {
    actions.push_back(app::ChooseLanguage{tile.id.substr(std::string("lang.").size())});
  });
  if (end_page(parts, scene.layout, ui).back) actions.push_back(app::HideLanguages{});
  return actions;
}

}  // namespace lotsen::screens
