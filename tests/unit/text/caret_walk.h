// Where a caret may stand in a text, and where an arrow key takes it: counted in bytes.
#pragma once
#include <string_view>
#include <vector>

#include "services/text/text.h"

namespace lotsen::tests {

using Bytes = std::vector<std::size_t>;

inline Bytes boundaries(std::string_view text) {
  Bytes all{0};
  while (all.back() < text.size()) all.push_back(text::next_boundary(text, all.back()));
  return all;
}

// Where a key pressed again and again takes the caret, until it stays.
inline Bytes walk(text::Engine& engine, const text::Block& block, std::size_t from, bool to_the_right) {
  constexpr std::size_t kMost = 200;
  Bytes stops{from};
  while (stops.size() < kMost) {
    const std::size_t next = engine.beside(block, stops.back(), to_the_right);
    if (next == stops.back()) break;
    stops.push_back(next);
  }
  return stops;
}

}  // namespace lotsen::tests
