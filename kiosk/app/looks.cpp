// The language and the looks of the screen: the same on every page, gone with the visit.
#include <algorithm>
#include <array>

#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

constexpr std::array kTextPercents{100, 130, 160, 200};

int next_size(int percent) {
  const auto* at = std::find(kTextPercents.begin(), kTextPercents.end(), percent);
  return at == kTextPercents.end() || at + 1 == kTextPercents.end() ? kTextPercents.front() : *(at + 1);
}

void choose_language(const std::string& language, Turn& turn) {
  const std::vector<std::string>& offered = turn.setup.languages;
  if (std::find(offered.begin(), offered.end(), language) == offered.end()) return;
  turn.state.language = language;
  turn.state.languages_shown = false;
}

}  // namespace

void update_looks(const Action& action, Turn& turn) {
  State& state = turn.state;
  if (const auto* chosen = std::get_if<ChooseLanguage>(&action)) choose_language(chosen->language, turn);
  if (std::holds_alternative<ShowLanguages>(action)) {
    state.languages_shown = true;
    state.help.shown = false;
  }
  if (std::holds_alternative<HideLanguages>(action)) state.languages_shown = false;
  if (std::holds_alternative<ChangeTextSize>(action))
    state.looks.text_percent = next_size(state.looks.text_percent);
  if (std::holds_alternative<SwitchContrast>(action)) state.looks.high_contrast = !state.looks.high_contrast;
  if (std::holds_alternative<SwitchReach>(action)) state.looks.low_reach = !state.looks.low_reach;
}

}  // namespace lotsen::app
