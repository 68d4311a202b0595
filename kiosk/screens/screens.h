// Screens: from State to drawn widgets and returned actions. The shell calls draw() once a pass.
#pragma once
#include <string>
#include <vector>

#include "kiosk/app/action.h"
#include "kiosk/app/state.h"
#include "kiosk/ui/ui.h"

namespace lotsen::screens {

using Actions = std::vector<app::Action>;

struct LanguageName {
  std::string code;
  std::string own_name;          // nobody has to know Swedish to find theirs
  std::string partly_note = {};  // "Some pages are in Swedish", in that language; empty when it is complete
};

// What is the same for all visits at this place.
struct Reception {
  std::string municipality;
  forms::LocalizedText desk;  // where the desk is, for who waits for staff
  std::vector<LanguageName> languages = {};
  float reach_mm = 0;  // above the glass's lower edge, in low reach; 0 = not known
  bool own_shield = false;
};

struct View {
  const app::Setup& setup;
  const Reception& reception;
};

// Which page or step is shown: another key is another page, faded in and read out.
std::string page_key(const app::State& state);

// The language of what is shown: the visitor's, or that of the greeting.
const std::string& shown_language(const app::State& state, const app::Setup& setup);

Actions draw(const app::State& state, const View& view, ui::Ui& ui);

}  // namespace lotsen::screens
