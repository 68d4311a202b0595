// Theme: colours and measures of the design at 1920x1080; everything scales with one factor. The
// municipality sets the colours; a pair that cannot be read is refused at start (EN 301 549, 11.1.4.3 and
// .11).
#pragma once
#include <cstdint>

#include "services/core/result.h"

namespace lotsen::ui {

using Colour = std::uint32_t;  // 0xRRGGBB

struct Theme {
  Colour background = 0xF6F4EF;
  Colour surface = 0xFFFFFF;
  Colour line = 0xD5D9DC;  // decorates only
  Colour ink = 0x14212B;
  Colour ink_secondary = 0x44545F;
  Colour brand = 0x0A4A66;
  Colour brand_bright = 0x0E6A8F;
  Colour on_brand = 0xFFFFFF;
  Colour accent = 0xE7B10A;
  Colour success = 0x1F6B3A;
  Colour error = 0xA5192B;
  Colour focus = 0xFFBF00;
  Colour focus_border = 0x14212B;  // between the ring and what has the focus
  Colour board = 0xDDE0E2;         // under the keys of the on-screen keyboard
  bool outlined = false;           // shapes are told apart by their lines, not by their grounds
};

// Black ground, white ink, yellow for what can be pressed; the same for every municipality.
Theme high_contrast();

// WCAG 2.2 contrast ratio, 1 to 21.
double contrast(Colour a, Colour b);

// `bad_input` naming the first pair that is too close, its ratio and the ratio it needs.
Result<void> check_contrast(const Theme& theme);

// `a` with `share` (0..1) of `b` in it.
Colour mix(Colour a, Colour b, double share);

// Design pixels.
inline constexpr float kMargin = 64;
inline constexpr float kGap = 28;
inline constexpr float kRadius = 20;
inline constexpr float kButtonRadius = 18;
inline constexpr float kFieldRadius = 14;
inline constexpr float kHeadingSize = 58;
inline constexpr float kStepHeadingSize = 50;
inline constexpr float kQuestionSize = 34;
inline constexpr float kBodySize = 32;
inline constexpr float kHintSize = 27;
inline constexpr float kButtonHeight = 96;
inline constexpr float kKeyHeight = 84;
inline constexpr float kBarHeight = 112;       // header and footer
inline constexpr float kBarButtonHeight = 76;  // nothing to press is under 72

}  // namespace lotsen::ui
