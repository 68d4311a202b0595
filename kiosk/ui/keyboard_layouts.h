// Which letters lie where on the on-screen keyboard, for each language: data only. No row has more than
// eleven keys, ten beside Shift, so that each is wide enough to press on a portrait screen. For Keyboard; any
// thread.
#pragma once
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotsen::ui {

// Keys of a row are separated by spaces, and stand as they lie on a keyboard from left to right.
struct Layout {
  std::string_view name;     // the language's own, for the key that switches to it
  std::string_view letters;  // what stands for its letters where there is room for three
  std::array<std::string_view, 3> rows;
  std::array<std::string_view, 3> signs;  // the second page
  std::string_view marks;                 // beside the space bar
  std::span<const std::string_view>
      offers;  // by a long press: the letter, then what comes of it, ten at most
  bool latin = false;
  bool has_case = false;
  bool right_to_left = false;
};

// Swedish for a language that has none of its own. Both live as long as the program.
const Layout& layout_of(std::string_view language);
const Layout& swedish_layout();

std::vector<std::string_view> keys_of(std::string_view row);
// What a long press of it offers, itself first; empty when nothing.
std::string_view offered_by(const Layout& layout, std::string_view letter);
// Of the letters above; what has no capital stays as it is.
std::string capital(std::string_view letter);

inline constexpr std::string_view kZeroWidthNonJoiner = "\u200C";

}  // namespace lotsen::ui
