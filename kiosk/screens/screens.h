// Screens: from State to drawn widgets and returned actions. The shell calls draw() once a pass.
#pragma once
#include <string>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/state.h"
#include "kiosk/ui/ui.h"

namespace lotsen::screens {

using Actions = std::vector<app::Action>;

// What is the same for all visits at this place.
struct Reception {
  std::string municipality;
  forms::LocalizedText desk;  // where the desk is, for who waits for staff
};

struct View {
  const app::Setup& setup;
  const Reception& reception;
};

// Which page or step is shown: another key is another page, faded in and read out.
std::string page_key(const app::State& state);

Actions draw(const app::State& state, const View& view, ui::Ui& ui);

}  // namespace lotsen::screens
