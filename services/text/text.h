// The one text layer (Pango and Cairo): shaping, bidi, line breaking, fallback fonts, ellipsis, carets. Text
// becomes an alpha image that the renderer tints. One thread per Engine (the UI thread).
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "services/core/result.h"

namespace lotsen::text {

enum class Weight { regular, medium, semibold, bold };
enum class Align { start, center, end };  // start = left in left-to-right languages, whatever the text is

// One alpha byte a pixel, rows without padding. Ink may hang over the block's edges (the tail of a j, marks
// on capitals in tight lines): the block's top left corner lies at (origin_x, origin_y) of the image, so the
// image belongs at (x - origin_x, y - origin_y). Both are 0 where nothing hangs over.
struct Image {
  int width = 0;
  int height = 0;
  std::vector<std::uint8_t> alpha;
  int origin_x = 0;
  int origin_y = 0;
};

// Runs from right to left if the text holds any letter that does, else from left to right; bidi isolates
// (U+2066 … U+2069) keep their order within, and count only where no letter stands outside them. Numbers and
// codes with separators inside, such as 070-174 06 05, keep their order too; bytes are always the text's own.
struct Block {
  std::string_view text;  // UTF-8; broken bytes are shown as U+FFFD
  float size_px = 32;
  Weight weight = Weight::regular;
  int width_px = 0;   // wraps (word, then hyphen, then anywhere); 0 = never
  int max_lines = 0;  // ends in an ellipsis; 0 = no limit
  Align align = Align::start;
  bool hyphenate = true;             // words wider than width_px; not where carets are used
  std::string_view language = "sv";  // decides the side that start is, and line breaking
  float line_height = 1.3F;          // times size_px
};

struct Extent {
  int width = 0;   // of the widest line; lines are aligned within width_px where that is given
  int height = 0;  // lines * line height, rounded for each line
  int lines = 1;
  bool cut = false;  // an ellipsis was needed
  int missing_glyphs = 0;
  bool broken_word = false;  // one was wider than the line and broke where no hyphen may stand
};

struct Point {
  float x = 0;
  float y = 0;
};

struct Shown;  // services/text/shown.h

class Engine {
 public:
  // Only these font files are used (own FontConfig: no scan of the system). The first one is the default
  // family's; the rest serve what it lacks. Error: not_found naming the missing file.
  static Result<Engine> create(const std::vector<std::filesystem::path>& font_files);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  Extent measure(const Block& block);
  // From the block's left edge to the end of its right-most line, as high as measure() says, plus overhang.
  Image draw(const Block& block);
  Shown shown(const Block& block);  // lines, runs and glyphs: for comparing with other renderers
  // The three below take the block as if hyphenate were false.
  Point caret(const Block& block, std::size_t byte);     // top of the caret before that byte
  std::size_t byte_at(const Block& block, Point point);  // nearest grapheme boundary
  // Where the arrow keys go: the next grapheme boundary as the eye sees it, over line ends too; the same byte
  // at the text's ends.
  std::size_t beside(const Block& block, std::size_t byte, bool to_the_right);

  struct Inside;

 private:
  explicit Engine(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

// Whether a language ("ar", "fa-AF") is written from right to left: the side that Align::start is.
bool right_to_left(std::string_view language);

// Grapheme clusters, not bytes: what one press of erase or an arrow key moves over.
std::size_t next_boundary(std::string_view text, std::size_t byte);
std::size_t previous_boundary(std::string_view text, std::size_t byte);

}  // namespace lotsen::text
