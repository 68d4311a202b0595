// The accepted pictures in pictures/, and what a test leaves in the build folder beside them when a page has
// changed. One environment variable, set by the scripts of this folder, makes the same run do other work:
// LOTSEN_GOLDEN=accept keeps what is drawn now, LOTSEN_GOLDEN=FOLDER writes all pages there in full size.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "tests/golden/scenes.h"

namespace lotsen::tests {

// Nothing when the page looks as accepted; else what to tell, with the files that show it.
std::optional<std::string> fault_of(const Scene& scene);

// Pictures in the folder that no scene has any more.
std::vector<std::string> pictures_without_scene();

}  // namespace lotsen::tests
