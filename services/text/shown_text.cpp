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

Piece piece_at(const Block& block, std::size_t at) {
  const std::string_view rest = block.text.substr(at);
  const std::string_view line_end = block.max_lines > 0 ? kLineSeparator : "\n";
  if (rest.starts_with("\r\n")) return {2, line_end};
  if (rest.front() == '\n' || rest.front() == '\r') return {1, line_end};
  const std::size_t size = valid_size(rest);
  return size == 0 ? Piece{1, kReplacement} : Piece{size, rest.substr(0, size)};
}

}  // namespace

std::string shown_text(const Block& block) {
  std::string shown;
  shown.reserve(block.text.size());
  for (std::size_t at = 0; at < block.text.size();) {
    const Piece piece = piece_at(block, at);
    shown += piece.shown;
    at += piece.source_size;
  }
  return shown;
}

std::size_t shown_offset(const Block& block, std::size_t source_byte) {
  std::size_t shown = 0;
  for (std::size_t at = 0; at < std::min(source_byte, block.text.size());) {
    const Piece piece = piece_at(block, at);
    shown += piece.shown.size();
    at += piece.source_size;
  }
  return shown;
}

std::size_t source_offset(const Block& block, std::size_t shown_byte) {
  std::size_t at = 0;
  for (std::size_t shown = 0; shown < shown_byte && at < block.text.size();) {
    const Piece piece = piece_at(block, at);
    shown += piece.shown.size();
    at += piece.source_size;
  }
  return at;
}

}  // namespace lotsen::text
