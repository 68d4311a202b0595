// The corpus of tests/text and how the kiosk sets it.
#pragma once
#include <string>
#include <vector>

#include "services/text/shown.h"
#include "services/text/text.h"

namespace lotsen::tests {

struct Sample {
  std::string label;
  std::string language;
  bool right_to_left = false;
  float size_px = 0;
  text::Weight weight = text::Weight::regular;
  int width_px = 0;
  std::string text;

  text::Block block() const;
};

// From corpus.txt; throws std::runtime_error naming the line that is wrong.
std::vector<Sample> read_corpus();

}  // namespace lotsen::tests
