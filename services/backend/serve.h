// `lotsen-backend serve`: builds the parts and runs until it is told to stop.
#pragma once
#include "services/backend/settings.h"
#include "services/core/log.h"

namespace lotsen::backend {

// Blocks. An error is a start that failed, with one line that names the mend.
Result<void> serve(const BackendSettings& settings, const Clock& clock, Log& log);

}  // namespace lotsen::backend
