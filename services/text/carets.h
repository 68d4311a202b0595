// Where carets stand in a layout, and how they move. For services/text alone. Indices are bytes of the
// layout's text,
// which has those isolates: no caret is put before or behind one.
#pragma once
#include <pango/pango.h>

#include <cstddef>

#include "services/text/isolates.h"

namespace lotsen::text {

struct Caret {
  std::size_t index;
  int line;
  double x;  // at a seam between directions: where a letter of the block's own direction would go
};

Caret caret_before(PangoLayout* layout, std::size_t index);

// Of the places in that line (or the first or last one) where a caret may stand, the nearest.
std::size_t nearest_index(PangoLayout* layout, const Isolates& isolates, int line, double x);

// The next place where a caret may stand on that side. Behind a line's end it is the line that is read next
// or was read before, where that end is; at the text's ends the index itself.
std::size_t index_beside(PangoLayout* layout, const Isolates& isolates, std::size_t index, bool to_the_right);

}  // namespace lotsen::text
