// Our own set of fonts: only the given files, never the system's. For services/text alone.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "services/core/result.h"
#include "services/text/handles.h"

namespace lotsen::text {

// Pango 1.50 forgets to let go of the configuration when a font map ends.
struct ReleaseFontMap {
  void operator()(PangoFontMap* map) const;
};

struct Fonts {
  std::unique_ptr<PangoFontMap, ReleaseFontMap> map;
  std::string families;  // comma-separated, in the order of the files: the first is the default
};

// Error: not_found naming the file that is missing or no font.
Result<Fonts> load_fonts(const std::vector<std::filesystem::path>& files);

}  // namespace lotsen::text
