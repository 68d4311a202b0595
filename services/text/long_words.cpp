#include "services/text/long_words.h"

#include <vector>

namespace lotsen::text {
namespace {

// The bytes at which lines begin inside words.
std::vector<std::size_t> broken_at(PangoLayout* layout) {
  std::vector<std::size_t> bytes;
  const char* const text = pango_layout_get_text(layout);
  const PangoLogAttr* const places = pango_layout_get_log_attrs_readonly(layout, nullptr);
  const int lines = pango_layout_get_line_count(layout);
  const char* at = text;
  glong characters = 0;
  for (int number = 1; number < lines; ++number) {
    PangoLayoutLine* const line = pango_layout_get_line_readonly(layout, number);
    const char* const start = text + pango_layout_line_get_start_index(line);
    characters += g_utf8_pointer_to_offset(at, start);
    at = start;
    if (!places[characters].is_line_break) bytes.push_back(static_cast<std::size_t>(at - text));
  }
  return bytes;
}

gunichar character_at(std::string_view text, std::size_t byte) {
  return g_utf8_get_char(text.data() + byte);
}
std::size_t size_at(std::string_view text, std::size_t byte) {
  return static_cast<std::size_t>(g_utf8_next_char(text.data() + byte) - (text.data() + byte));
}
std::size_t before(std::string_view text, std::size_t byte) {
  return static_cast<std::size_t>(g_utf8_prev_char(text.data() + byte) - text.data());
}

struct Span {
  std::size_t begin;
  std::size_t end;
};

// What stands between spaces around that byte.
Span between_spaces(std::string_view text, std::size_t byte) {
  Span span{byte, byte};
  while (span.begin > 0 && !g_unichar_isspace(character_at(text, before(text, span.begin))))
    span.begin = before(text, span.begin);
  while (span.end < text.size() && !g_unichar_isspace(character_at(text, span.end)))
    span.end += size_at(text, span.end);
  return span;
}

bool is_quote_or_bracket(gunichar character) {
  switch (g_unichar_type(character)) {
    case G_UNICODE_OPEN_PUNCTUATION:
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_INITIAL_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return true;
    default:
      return character == '"' || character == '\'';
  }
}

bool ends_sentences(gunichar character) {
  return std::u32string_view(U".,;:!?…").find(character) != std::u32string_view::npos;
}

// Hyphens, dashes, apostrophes and what is invisible may stand inside words.
bool joins_letters(gunichar character) {
  const GUnicodeType type = g_unichar_type(character);
  constexpr gunichar kApostrophe = 0x2019;
  return type == G_UNICODE_DASH_PUNCTUATION || type == G_UNICODE_FORMAT || character == '\'' ||
         character == kApostrophe;
}

Span without_punctuation(std::string_view text, Span span) {
  while (span.begin < span.end && is_quote_or_bracket(character_at(text, span.begin)))
    span.begin += size_at(text, span.begin);
  while (span.begin < span.end) {
    const std::size_t last = before(text, span.end);
    const gunichar character = character_at(text, last);
    if (!is_quote_or_bracket(character) && !ends_sentences(character)) break;
    span.end = last;
  }
  return span;
}

bool is_of_letters(std::string_view text, Span span) {
  for (std::size_t at = span.begin; at < span.end; at += size_at(text, at)) {
    const gunichar character = character_at(text, at);
    if (!g_unichar_isalpha(character) && !joins_letters(character)) return false;
  }
  return true;
}

std::size_t end_of_letters(std::string_view text, std::size_t from, std::size_t end) {
  while (from < end && g_unichar_isalpha(character_at(text, from))) from += size_at(text, from);
  return from;
}

std::string hyphenated(std::string_view word, const std::vector<std::size_t>& points) {
  std::string result;
  std::size_t done = 0;
  for (const std::size_t point : points) {
    result.append(word.substr(done, point - done)).append(kSoftHyphen);
    done = point;
  }
  return result.append(word.substr(done));
}

std::string hyphenated_parts(std::string_view text, Span span, Hyphenator& hyphenator,
                             std::string_view language) {
  std::string result;
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t end = end_of_letters(text, at, span.end);
    const std::string_view word = text.substr(at, end - at);
    result += hyphenated(word, hyphenator.points(word, language));
    at = end;
    if (at == span.end) break;
    result += text.substr(at, size_at(text, at));
    at += size_at(text, at);
  }
  return result;
}

}  // namespace

bool breaks_words(PangoLayout* layout) {
  return pango_layout_get_line_count(layout) > 1 && !broken_at(layout).empty();
}

std::string with_soft_hyphens(PangoLayout* layout, Hyphenator& hyphenator, std::string_view language) {
  const std::string_view text = pango_layout_get_text(layout);
  std::string result;
  std::size_t done = 0;
  for (const std::size_t byte : broken_at(layout)) {
    if (byte < done) continue;  // the same word broke twice
    const Span word = without_punctuation(text, between_spaces(text, byte));
    if (word.begin < done || !is_of_letters(text, word)) continue;
    result += text.substr(done, word.begin - done);
    result += hyphenated_parts(text, word, hyphenator, language);
    done = word.end;
  }
  return result.append(text.substr(done));
}

}  // namespace lotsen::text
