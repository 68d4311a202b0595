// Debian's Chromium as another renderer of the corpus: lays texts out in a page and says what became of them.
#pragma once
#include <string>
#include <vector>

#include "tests/text/corpus.h"

namespace lotsen::tests {

inline constexpr const char* kChromium = "/usr/bin/chromium";

struct MeasuredLine {
  std::string text;
  double width = 0;                        // without spaces at its ends
  std::vector<std::string> from_the_left;  // its characters as they are seen, without spaces
};

using MeasuredText = std::vector<MeasuredLine>;

// One start for all of them. Each sample's text and width as they stand. Throws ProgramFault if Chromium
// cannot.
std::vector<MeasuredText> measured_by_chromium(const std::vector<Sample>& samples);

// What the page's script left as JSON.
std::vector<MeasuredText> measured_from_json(const std::string& json);

}  // namespace lotsen::tests
