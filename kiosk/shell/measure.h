// What a frame costs on this machine, for tests/bench: `lotsen-kiosk --measure`.
#pragma once
#include "kiosk/shell/shell.h"

namespace lotsen::shell {

// Prints {"full_frame_ms":…,"unchanged_frame_ms":…}: medians of 101 frames of the home page.
int measure(Shell& shell);

}  // namespace lotsen::shell
