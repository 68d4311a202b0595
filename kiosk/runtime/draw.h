// A random draw for back-off.
#pragma once
#include "services/core/random.h"

namespace lotsen::runtime {

inline double draw_0_1() {
  constexpr std::uint64_t kSteps = std::uint64_t{1} << 53;
  return static_cast<double>(random_below(kSteps)) / static_cast<double>(kSteps);
}

}  // namespace lotsen::runtime
