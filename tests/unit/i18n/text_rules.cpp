#include "tests/unit/i18n/text_rules.h"

#include <algorithm>
#include <optional>
#include <regex>

namespace lotsen::tests {
namespace {

constexpr std::string_view kIsolate = "\xE2\x81\xA6";     // U+2066
constexpr std::string_view kPopIsolate = "\xE2\x81\xA9";  // U+2069

// Hebrew and Arabic letters: two bytes, by the first of them.
bool has_right_to_left_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xD7 && byte <= 0xDB;
  });
}

// Without the isolates and what is in them; nothing when they do not come in pairs.
std::optional<std::string> outside_isolates(std::string_view text) {
  std::string outside;
  int depth = 0;
  for (; !text.empty(); text.remove_prefix(1)) {
    if (text.starts_with(kIsolate)) ++depth;
    if (depth == 0) outside += text.front();
    if (text.starts_with(kPopIsolate) && --depth < 0) return std::nullopt;
  }
  return depth == 0 ? std::optional(outside) : std::nullopt;
}

void replace_all(std::string& text, std::string_view old, std::string_view with) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + with.size()))
    text.replace(at, old.size(), with);
}

}  // namespace

std::set<std::string> placeholders(std::string_view text) {
  static const std::regex kPlaceholder(R"(\{([a-z_]+)\})");
  const std::string all(text);
  std::set<std::string> names;
  for (std::sregex_iterator found(all.begin(), all.end(), kPlaceholder), end; found != end; ++found)
    names.insert((*found)[1]);
  return names;
}

bool has_foreign_digit(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto first = static_cast<unsigned char>(text[i]);
    const auto second = static_cast<unsigned char>(text[i + 1]);
    if (first == 0xD9 && second >= 0xA0 && second <= 0xA9) return true;
    if (first == 0xDB && second >= 0xB0 && second <= 0xB9) return true;
  }
  return false;
}

std::string loose_number(std::string_view text) {
  if (!has_right_to_left_letter(text)) return {};
  std::optional<std::string> outside = outside_isolates(text);
  if (!outside) return "isolates that do not come in pairs";
  for (const std::string_view separator :
       {"\u00A0", "\u202F", "\u2009", "\u2010", "\u2011", "\u2013", "\u2212"})
    replace_all(*outside, separator, " ");
  static const std::regex kGroups(R"([0-9]+[ -]+[0-9][0-9 -]*)");
  std::smatch found;
  return std::regex_search(*outside, found, kGroups) ? found[0].str() : std::string();
}

}  // namespace lotsen::tests
