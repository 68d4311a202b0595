// The sub-commands that do one thing and end. Each error is one line that names the mend.
#pragma once
#include "services/backend/fleet/register_kiosk.h"
#include "services/backend/settings.h"

namespace lotsen::backend {

// Makes backend.keys when missing and writes backend.pub, which kiosks need.
Result<void> init(const BackendSettings& settings);

// May run beside a server, which knows the key from the next request on.
Result<void> register_kiosk(const BackendSettings& settings, const KioskId& id,
                            const std::filesystem::path& key_file, fleet::Replace replace,
                            const Clock& clock);

}  // namespace lotsen::backend
