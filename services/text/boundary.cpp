#include <pango/pango.h>

#include <algorithm>

#include "services/text/shown_text.h"
#include "services/text/text.h"

namespace lotsen::text {
namespace {

// For each place between the characters of the shown text, whether a cursor may stand there.
std::vector<PangoLogAttr> places_of(const std::string& shown) {
  const glong characters = g_utf8_strlen(shown.data(), static_cast<gssize>(shown.size()));
  std::vector<PangoLogAttr> places(static_cast<std::size_t>(characters) + 1);
  pango_get_log_attrs(shown.data(), static_cast<int>(shown.size()), -1, nullptr, places.data(),
                      static_cast<int>(places.size()));
  return places;
}

// The source bytes at which a cursor may stand, in order, both ends included.
std::vector<std::size_t> stops_of(std::string_view text) {
  const Block block{.text = text};
  const std::string shown = shown_text(block);
  std::vector<std::size_t> stops;
  const char* at = shown.data();
  for (const PangoLogAttr& place : places_of(shown)) {
    if (place.is_cursor_position)
      stops.push_back(source_offset(block, static_cast<std::size_t>(at - shown.data())));
    if (*at != '\0') at = g_utf8_next_char(at);
  }
  return stops;
}

}  // namespace

std::size_t next_boundary(std::string_view text, std::size_t byte) {
  const std::vector<std::size_t> stops = stops_of(text);
  const auto next = std::upper_bound(stops.begin(), stops.end(), byte);
  return next == stops.end() ? text.size() : *next;
}

std::size_t previous_boundary(std::string_view text, std::size_t byte) {
  const std::vector<std::size_t> stops = stops_of(text);
  const auto here = std::lower_bound(stops.begin(), stops.end(), byte);
  return here == stops.begin() ? 0 : *(here - 1);
}

}  // namespace lotsen::text
