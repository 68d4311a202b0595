// How far two pictures differ. The tolerance lets another version of a font library set a few edges
// differently. A changed word is little of a picture but much of the place where it stands: so each tile is
// judged too.
#pragma once
#include "tests/golden/picture.h"

namespace lotsen::tests {

inline constexpr int kLevelTolerance = 24;        // of 255, in any channel
inline constexpr double kShareTolerance = 0.001;  // of the pixels
inline constexpr double kTileTolerance = 0.04;    // of the pixels of one tile

// Of the pixels, how many differ by more than the level tolerance; 1 for pictures of different sizes.
double differing_share(const Picture& accepted, const Picture& shown);

// The same for the 32x32 tile that differs most.
double worst_tile_share(const Picture& accepted, const Picture& shown);

inline bool alike(const Picture& accepted, const Picture& shown) {
  return differing_share(accepted, shown) <= kShareTolerance &&
         worst_tile_share(accepted, shown) <= kTileTolerance;
}

// What is shown, paled, with every differing pixel in red; all red where the sizes differ.
Picture difference_picture(const Picture& accepted, const Picture& shown);

}  // namespace lotsen::tests
