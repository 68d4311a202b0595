#include "services/config/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace lotsen::config {
namespace {

// Levenshtein's distance, by rows.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
    }
  }
  return row[b.size()];
}

}  // namespace

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> known,
                         std::string_view prefix) {
  constexpr std::size_t kLongest = 100;  // nobody mistypes a word of ours into more
  if (typed.size() > kLongest) return "";
  std::string_view nearest;
  std::size_t best = std::max<std::size_t>(2, typed.size() / 3) + 1;
  for (const std::string_view word : known) {
    const std::size_t distance = edit_distance(typed, word);
    if (distance < best) {
      best = distance;
      nearest = word;
    }
  }
  if (nearest.empty()) return "";
  return "; did you mean \"" + std::string(prefix) + std::string(nearest) + "\"?";
}

std::string printable(std::string_view text) {
  std::string out(text);
  const auto breaks = [](unsigned char byte) { return byte < 0x20 || byte == 0x7f; };
  std::replace_if(out.begin(), out.end(), breaks, '?');
  return out;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t kMost = 80;
  return "\"" + printable(text.substr(0, kMost)) + (text.size() > kMost ? "…\"" : "\"");
}

}  // namespace lotsen::config
