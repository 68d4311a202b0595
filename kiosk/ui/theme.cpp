#include "kiosk/ui/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace lotsen::ui {
namespace {

double channel(Colour colour, int shift) {
  return ((colour >> shift) & 0xFF) / 255.0;
}

// Relative luminance, WCAG 2.2.
double luminance(Colour colour) {
  const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
  return 0.2126 * linear(channel(colour, 16)) + 0.7152 * linear(channel(colour, 8)) +
         0.0722 * linear(channel(colour, 0));
}

struct Pair {
  const char* names;
  Colour Theme::*front;
  Colour Theme::*back;
  double least;
};

constexpr double kText = 4.5;
constexpr double kShape = 3.0;

constexpr std::array kPairs{
    Pair{"ink on background", &Theme::ink, &Theme::background, kText},
    Pair{"ink on surface", &Theme::ink, &Theme::surface, kText},
    Pair{"ink_secondary on background", &Theme::ink_secondary, &Theme::background, kText},
    Pair{"ink_secondary on surface", &Theme::ink_secondary, &Theme::surface, kText},
    Pair{"brand on background", &Theme::brand, &Theme::background, kText},
    Pair{"brand on surface", &Theme::brand, &Theme::surface, kText},
    Pair{"brand_bright on surface", &Theme::brand_bright, &Theme::surface, kText},
    Pair{"error on background", &Theme::error, &Theme::background, kText},
    Pair{"error on surface", &Theme::error, &Theme::surface, kText},
    Pair{"success on background", &Theme::success, &Theme::background, kText},
    Pair{"success on surface", &Theme::success, &Theme::surface, kText},
    Pair{"on_brand on brand", &Theme::on_brand, &Theme::brand, kText},
    Pair{"surface on ink", &Theme::surface, &Theme::ink, kText},
    Pair{"brand_bright on background (steps)", &Theme::brand_bright, &Theme::background, kShape},
    Pair{"ink on board", &Theme::ink, &Theme::board, kText},
    Pair{"ink on focus (the border inside the ring)", &Theme::focus_border, &Theme::focus, kShape},
};

}  // namespace

double contrast(Colour a, Colour b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

Theme high_contrast() {
  Theme theme;
  theme.background = theme.surface = theme.board = theme.focus_border = 0x000000;
  theme.line = theme.ink = theme.ink_secondary = 0xFFFFFF;
  theme.brand = theme.brand_bright = theme.accent = theme.focus = 0xFFEE00;
  theme.on_brand = 0x000000;
  theme.success = 0x7CFFA0;
  theme.error = 0xFFA8A8;
  theme.outlined = true;
  return theme;
}

Result<void> check_contrast(const Theme& theme) {
  for (const Pair& pair : kPairs) {
    const double ratio = contrast(theme.*pair.front, theme.*pair.back);
    if (ratio >= pair.least) continue;
    char text[160];
    std::snprintf(text, sizeof text,
                  "theme: %s has a contrast of %.2f:1 and needs %.1f:1; choose a darker or lighter colour",
                  pair.names, ratio, pair.least);
    return fail(ErrorCode::bad_input, text);
  }
  return {};
}

Colour mix(Colour a, Colour b, double share) {
  const auto part = [&](int shift) {
    const double value = channel(a, shift) * (1 - share) + channel(b, shift) * share;
    return static_cast<Colour>(std::lround(value * 255)) << shift;
  };
  return part(16) | part(8) | part(0);
}

}  // namespace lotsen::ui
