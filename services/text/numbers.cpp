#include "services/text/numbers.h"

#include <glib.h>

#include <algorithm>
#include <array>

namespace lotsen::text {
namespace {

constexpr std::size_t kPersianSize = 2;

char at_or_none(std::string_view text, std::size_t at) {
  return at < text.size() ? text[at] : '\0';
}

// Bytes of the digit there: 0-9, or U+06F0 … U+06F9. 0 where there is none.
std::size_t digit_size(std::string_view text, std::size_t at) {
  if (g_ascii_isdigit(at_or_none(text, at))) return 1;
  const char second = at_or_none(text, at + 1);
  return at_or_none(text, at) == '\xDB' && second >= '\xB0' && second <= '\xB9' ? kPersianSize : 0;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  for (;;) {
    const std::size_t size = g_ascii_isalpha(at_or_none(text, at)) ? 1 : digit_size(text, at);
    if (size == 0) return at;
    at += size;
  }
}

bool ends_in_digit(std::string_view word) {
  if (word.empty()) return false;
  return g_ascii_isdigit(word.back()) ||
         digit_size(word, word.size() - std::min(word.size(), kPersianSize)) != 0;
}

std::size_t end_of_joiners(std::string_view text, std::size_t at) {
  if (at_or_none(text, at) == ',' && ends_in_digit(text.substr(0, at)) && digit_size(text, at + 1) != 0)
    return at + 1;
  return std::min(text.find_first_not_of("-.@/_:+", at), text.size());
}

// Words with joiners between them; `at` itself where none begins there.
std::size_t end_of_joined(std::string_view text, std::size_t at) {
  const std::size_t begin = at + (at_or_none(text, at) == '+' && digit_size(text, at + 1) != 0 ? 1 : 0);
  std::size_t end = end_of_word(text, begin);
  for (;;) {
    const std::size_t next = end_of_joiners(text, end);
    const std::size_t word_end = end_of_word(text, next);
    if (end == begin || next == end || word_end == next) return end;
    end = word_end;
  }
}

std::size_t end_of_blanks(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 3> kBlanks = {" ", "\xC2\xA0", "\xE2\x80\xAF"};  // U+00A0, U+202F
  for (;;) {
    const auto is_next = [&](std::string_view blank) { return text.substr(at).starts_with(blank); };
    const auto* const blank = std::find_if(kBlanks.begin(), kBlanks.end(), is_next);
    if (blank == kBlanks.end()) return at;
    at += blank->size();
  }
}

// Blanks, also with a hyphen or slash among them. A full stop or colon before a blank ends what it stands in.
std::size_t end_of_gap(std::string_view text, std::size_t at) {
  at = end_of_blanks(text, std::min(at, text.size()));
  const char dash = at_or_none(text, at);
  return dash == '-' || dash == '/' ? end_of_blanks(text, at + 1) : at;
}

bool has_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return g_ascii_isalpha(c); });
}

// Marks and joiners are one character, as the eye sees it, with what stands before them.
std::size_t behind_marks(std::string_view text, std::size_t at) {
  constexpr gunichar kNonJoiner = 0x200C;
  constexpr gunichar kJoiner = 0x200D;
  while (at < text.size()) {
    const gunichar character = g_utf8_get_char(text.data() + at);
    if (!g_unichar_ismark(character) && character != kNonJoiner && character != kJoiner) break;
    at += static_cast<std::size_t>(g_unichar_to_utf8(character, nullptr));
  }
  return at;
}

std::size_t end_of_groups(std::string_view text, std::size_t begin) {
  std::size_t end = end_of_joined(text, begin);
  if (has_letters(text.substr(begin, end - begin))) return end;
  for (;;) {
    const std::size_t next = end_of_gap(text, end);
    const std::size_t next_end = end_of_joined(text, next);
    if (next_end == next || has_letters(text.substr(next, next_end - next))) return end;
    end = next_end;
  }
}

}  // namespace

Number number_at(std::string_view text, std::size_t begin) {
  const bool plus = at_or_none(text, begin) == '+';
  if (digit_size(text, begin + (plus ? 1 : 0)) == 0) return {.begin = begin, .end = begin};
  const std::size_t end = end_of_groups(text, begin);
  return {.begin = begin,
          .end = behind_marks(text, end),
          .separated = end_of_word(text, begin) < end,
          .lettered = has_letters(text.substr(begin, end - begin))};
}

}  // namespace lotsen::text
