// How far two pictures differ. The tolerance lets another version of a font library set a few edges
// differently; a moved box, a changed colour or a changed word is far beyond it.
#pragma once
#include "tests/golden/picture.h"

namespace lotsen::tests {

inline constexpr int kLevelTolerance = 24;        // of 255, in any channel
inline constexpr double kShareTolerance = 0.001;  // of the pixels

// Of the pixels, how many differ by more than the level tolerance; 1 for pictures of different sizes.
double differing_share(const Picture& accepted, const Picture& shown);

inline bool alike(const Picture& accepted, const Picture& shown) {
  return differing_share(accepted, shown) <= kShareTolerance;
}

// What is shown, paled, with every differing pixel in red; all red where the sizes differ.
Picture difference_picture(const Picture& accepted, const Picture& shown);

}  // namespace lotsen::tests
