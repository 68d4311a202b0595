// The municipality's shield, from an SVG file to a picture that the screens can draw. Called by
// kiosk/surroundings before any thread is started; reading SVG is left to another program, so that whatever
// is in the file cannot harm the kiosk.
#pragma once
#include <filesystem>

#include "services/core/result.h"

namespace lotsen {

// The square PNG that rsvg-convert draws of it, the drawing in its middle, kept in `folder` and used again
// while the file stays the same. Takes five seconds at most for a file that asks for too much. Errors:
// not_found, bad_input, io, unavailable; the detail names the file and not the setting.
Result<std::filesystem::path> draw_shield(const std::filesystem::path& svg,
                                          const std::filesystem::path& folder);

}  // namespace lotsen
