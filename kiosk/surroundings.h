// Surroundings: what the kiosk is given before its first frame: settings, forms, texts, theme, fonts, shield.
// Read once by main. What is broken is left out, or the built-in takes its place, with a line for whoever set
// it up; only what would leave no usable kiosk is an Error.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/app/state.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/theme.h"
#include "services/config/settings.h"
#include "services/core/result.h"
#include "services/i18n/catalogue.h"
#include "services/text/text.h"

namespace lotsen {

// Something that is not served as it was configured.
struct Fault {
  std::string_view event;  // for the log: "font.broken"
  std::string line;        // which file or setting, what is wrong, and what happens instead
};
using Faults = std::vector<Fault>;

struct Surroundings {
  text::Engine engine;
  ui::Theme theme;
  app::Setup setup;
  std::map<std::string, i18n::Catalogue> texts;  // of every language in setup.languages
  screens::Reception reception;
  std::filesystem::path shield;  // a square PNG whose alpha is the municipality's shield; empty: the built-in
  Faults faults;
};

// Error: not_found, when no font is left.
Result<Surroundings> read_surroundings(const config::Settings& settings);

// What the table of settings cannot say: the kiosk's name as envelopes carry it, and what production forbids
// although a demonstration may do it. Error: bad_input, forbidden.
Result<void> check_settings(const config::Settings& settings, bool scripted);

}  // namespace lotsen
