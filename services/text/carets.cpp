#include "services/text/carets.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace lotsen::text {
namespace {

// Looks at every place a caret may take in the line. (Pango's own pango_layout_xy_to_index() never answers
// with the end of a letter that has a mark.)
std::vector<Caret> carets_of(PangoLayout* layout, const Isolates& isolates, int number) {
  PangoLayoutLine* const line = pango_layout_get_line_readonly(layout, number);
  const char* const text = pango_layout_get_text(layout);
  const char* at = text + pango_layout_line_get_start_index(line);
  const char* const end = at + pango_layout_line_get_length(line);
  const PangoLogAttr* place =
      pango_layout_get_log_attrs_readonly(layout, nullptr) + g_utf8_pointer_to_offset(text, at);
  std::vector<Caret> carets;
  for (; at <= end; at = g_utf8_next_char(at), ++place) {
    const auto index = static_cast<std::size_t>(at - text);
    if (!place->is_cursor_position || !isolates.has_place(index)) continue;
    const Caret caret = caret_before(layout, index);
    if (caret.line == number) carets.push_back(caret);
  }
  return carets;
}

// The caret of the line that is nearest to `x` on one side of it. Invisible characters, such
// as isolates, have several carets at one place: they count as one.
std::optional<Caret> nearest_on_side(const std::vector<Caret>& carets, double x, bool right) {
  constexpr double kSamePlace = 0.01;
  std::optional<Caret> nearest;
  for (const Caret& caret : carets) {
    const double distance = right ? caret.x - x : x - caret.x;
    if (distance > kSamePlace && (!nearest || distance < std::abs(nearest->x - x))) nearest = caret;
  }
  return nearest;
}

bool further_left(const Caret& one, const Caret& other) {
  return one.x < other.x;
}

// The edge of the line above or below that a caret comes to which leaves its own line on one side.
std::size_t index_in_line_beside(PangoLayout* layout, const Isolates& isolates, const Caret& caret,
                                 bool below, bool to_the_right) {
  const int beside = caret.line + (below ? 1 : -1);
  if (beside < 0 || beside >= pango_layout_get_line_count(layout)) return caret.index;
  const std::vector<Caret> carets = carets_of(layout, isolates, beside);
  if (carets.empty()) return caret.index;
  const auto edge = to_the_right ? std::min_element(carets.begin(), carets.end(), further_left)
                                 : std::max_element(carets.begin(), carets.end(), further_left);
  return edge->index;
}

}  // namespace

Caret caret_before(PangoLayout* layout, std::size_t index) {
  Caret caret{.index = index, .line = 0, .x = 0};
  PangoRectangle strong;
  pango_layout_index_to_line_x(layout, static_cast<int>(index), FALSE, &caret.line, nullptr);
  pango_layout_get_cursor_pos(layout, static_cast<int>(index), &strong, nullptr);
  caret.x = static_cast<double>(strong.x) / PANGO_SCALE;
  return caret;
}

std::size_t nearest_index(PangoLayout* layout, const Isolates& isolates, int line, double x) {
  const int last = pango_layout_get_line_count(layout) - 1;
  const std::vector<Caret> carets = carets_of(layout, isolates, std::clamp(line, 0, last));
  const auto nearest = std::min_element(carets.begin(), carets.end(), [x](const Caret& a, const Caret& b) {
    return std::abs(a.x - x) < std::abs(b.x - x);
  });
  return nearest == carets.end() ? 0 : nearest->index;
}

// Pango's pango_layout_move_cursor_visually() is not used: between lines of mixed directions it loses its
// way.
std::size_t index_beside(PangoLayout* layout, const Isolates& isolates, std::size_t index,
                         bool to_the_right) {
  const Caret caret = caret_before(layout, index);
  if (const auto next = nearest_on_side(carets_of(layout, isolates, caret.line), caret.x, to_the_right))
    return next->index;
  const bool leftward = pango_context_get_base_dir(pango_layout_get_context(layout)) == PANGO_DIRECTION_RTL;
  return index_in_line_beside(layout, isolates, caret, to_the_right != leftward, to_the_right);
}

}  // namespace lotsen::text
