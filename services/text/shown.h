// What became of a block: its lines, their runs and glyphs, for comparing with what other renderers make of
// it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace lotsen::text {

// A stretch of one font, script and direction.
struct Run {
  std::size_t begin = 0;  // bytes of Shown::text
  std::size_t end = 0;
  bool right_to_left = false;
  std::string script;  // ISO 15924: "Arab"
  std::string language;
  std::filesystem::path font;
  std::vector<std::uint32_t> glyphs;  // from left to right, without those that draw nothing
};

struct ShownLine {
  std::size_t begin = 0;  // bytes of Shown::text
  std::size_t end = 0;    // before what ended the line, if that was not a space
  double x = 0;           // pixels of the block
  double width = 0;
  std::vector<Run> runs;  // from left to right
};

struct Shown {
  // The block's, with each line end one character, soft hyphens where words may break, and isolates around
  // numbers that keep their order.
  std::string text;
  std::vector<ShownLine> lines;
};

}  // namespace lotsen::text
