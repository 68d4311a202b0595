// Everything the kiosk can be told, with defaults: the table behind config/kiosk.toml and `--help`. Read by
// main; safe from any thread.
#pragma once
#include <span>

#include "services/config/settings.h"

namespace lotsen::shell {

std::span<const config::Setting> kiosk_settings();

}  // namespace lotsen::shell
