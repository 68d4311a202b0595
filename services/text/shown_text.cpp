#include "services/text/shown_text.h"

#include <glib.h>

#include <algorithm>

namespace lotsen::text {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD

// One character of the source and what is shown for it.
struct Piece {
  std::size_t source_size;
  std::string_view shown;
};

std::size_t valid_size(std::string_view rest) {
  const gunichar character = g_utf8_get_char_validated(rest.data(), static_cast<gssize>(rest.size()));
  const bool broken = character == static_cast<gunichar>(-1) || character == static_cast<gunichar>(-2);
  return broken || character == 0 ? 0 : static_cast<std::size_t>(g_unichar_to_utf8(character, nullptr));
}

Piece first_piece(std::string_view rest) {
  if (rest.starts_with("\r\n")) return {2, kLineSeparator};
  if (rest.front() == '\n' || rest.front() == '\r') return {1, kLineSeparator};
  const std::size_t size = valid_size(rest);
  return size == 0 ? Piece{1, kReplacement} : Piece{size, rest.substr(0, size)};
}

}  // namespace

std::string shown_text(std::string_view source) {
  std::string shown;
  shown.reserve(source.size());
  while (!source.empty()) {
    const Piece piece = first_piece(source);
    shown += piece.shown;
    source.remove_prefix(piece.source_size);
  }
  return shown;
}

std::size_t shown_offset(std::string_view source, std::size_t source_byte) {
  std::size_t shown = 0;
  for (std::size_t at = 0; at < std::min(source_byte, source.size());) {
    const Piece piece = first_piece(source.substr(at));
    shown += piece.shown.size();
    at += piece.source_size;
  }
  return shown;
}

std::size_t source_offset(std::string_view source, std::size_t shown_byte) {
  std::size_t at = 0;
  for (std::size_t shown = 0; shown < shown_byte && at < source.size();) {
    const Piece piece = first_piece(source.substr(at));
    shown += piece.shown.size();
    at += piece.source_size;
  }
  return at;
}

}  // namespace lotsen::text
