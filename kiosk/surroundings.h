// Surroundings: what the kiosk is given before its first frame: settings, forms, texts, theme, fonts. Read
// once by main; a fault that would leave no usable kiosk is an Error with one line for whoever set it up.
#pragma once
#include <map>
#include <string>

#include "kiosk/app/state.h"
#include "kiosk/screens/screens.h"
#include "kiosk/ui/theme.h"
#include "services/config/settings.h"
#include "services/core/log.h"
#include "services/i18n/catalogue.h"

namespace lotsen {

// Colours of the municipality. Error: bad_input, when two of them cannot be told apart well enough.
Result<ui::Theme> read_theme(const config::Settings& settings);

// A broken form is left out with an alarm; the others are served.
app::Setup read_setup(const config::Settings& settings, Log& log);

screens::Reception read_reception(const config::Settings& settings);

// By language, of those offered. A broken catalogue is left out with an alarm and its language is not
// offered; without the Swedish one the keys (English) are shown rather than nothing.
std::map<std::string, i18n::Catalogue> read_catalogues(app::Setup& setup, Log& log);

// What the table of settings cannot say: the kiosk's name as envelopes carry it, and what production forbids
// although a demonstration may do it.
Result<void> check_settings(const config::Settings& settings, bool scripted);

}  // namespace lotsen
