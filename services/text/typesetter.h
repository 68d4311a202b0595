// A block of text laid out by Pango, with the vertical places of CSS: every line is exactly its line height
// and the baseline lies where half the leading puts it. For services/text alone.
#pragma once
#include <functional>

#include "services/text/fonts.h"
#include "services/text/hyphenator.h"
#include "services/text/isolates.h"
#include "services/text/text.h"

namespace lotsen::text {

// One line in pixels of the block. `ink` reaches over `x` and `width` where letters hang over.
struct Line {
  PangoLayoutLine* line;
  int number;
  double x;
  double width;
  int baseline;
  double ink_left, ink_top, ink_right, ink_bottom;
};

// Owns the one layout that all blocks go through, because making one costs more than using it.
class Typesetter {
 public:
  explicit Typesetter(const Fonts& fonts);

  // Sets the block; it stays set until clear(). Callers clear at once: the text may be a visitor's.
  void set(const Block& block);
  void clear();

  PangoLayout* layout() const { return layout_.get(); }
  // Those in the layout's text that the block's text has not. Right as long as the block is not hyphenated.
  const Isolates& isolates() const { return isolates_; }
  int line_height() const { return line_height_; }
  bool cut() const { return cut_; }  // by max_lines
  bool breaks_words() const;         // where no hyphen may stand
  void for_each_line(const std::function<void(const Line&)>& visit) const;

 private:
  void set_direction(const Block& block, bool from_the_right);
  void set_font(const Block& block);
  void set_box(const Block& block);
  void set_text(const std::string& shown);
  void cut_hidden_lines(const std::string& shown);

  GObjectHandle<PangoContext> context_;
  GObjectHandle<PangoLayout> layout_;
  DescriptionHandle description_;
  Hyphenator hyphenator_;
  Isolates isolates_;
  double ascent_ = 0;  // of the default family, for a size of 1
  double descent_ = 0;
  int line_height_ = 0;
  int first_baseline_ = 0;
  bool cut_ = false;
};

}  // namespace lotsen::text
