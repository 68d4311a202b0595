#include "services/forms/checks.h"

#include <algorithm>

namespace lotsen::forms {
namespace {

// The length of the well-formed UTF-8 sequence at the front; 0 when there is none (RFC 3629).
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first >= 0xC2 && first <= 0xDF ? 2 : (first & 0xF0U) == 0xE0 ? 3 : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
  if (length == 0 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80) return 0;
  }
  if (first == 0xE0 && byte(1) < 0xA0) return 0;
  if (first == 0xED && byte(1) > 0x9F) return 0;
  if (first == 0xF0 && byte(1) < 0x90) return 0;
  if (first == 0xF4 && byte(1) > 0x8F) return 0;
  return length;
}

bool is_control(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence[0]);
  if (sequence.size() == 1) return (first < 0x20 && first != '\n' && first != '\t') || first == 0x7F;
  return first == 0xC2 && static_cast<unsigned char>(sequence[1]) < 0xA0;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Digits with a leading + kept; nothing when something else than a separator stands between.
std::optional<Secret> bare_number(std::string_view text) {
  Secret number;
  for (const char c : trimmed(text)) {
    if (is_digit(c) || (c == '+' && number.empty())) number.append({&c, 1});
    else if (std::string_view(" -/()").find(c) == std::string_view::npos) return std::nullopt;
  }
  return number;
}

std::size_t area_code_length(std::string_view digits) {
  if (digits.starts_with("08")) return 2;
  static constexpr std::string_view kThree[] = {"010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031",
                                                "033", "035", "036", "040", "042", "044", "046", "054", "060", "063", "070",
                                                "072", "073", "076", "077", "079", "090"};
  return std::ranges::find(kThree, digits.substr(0, 3)) != std::end(kThree) ? 3 : 4;
}

}  // namespace

std::optional<int> code_points(std::string_view text) {
  int count = 0;
  while (!text.empty()) {
    const std::size_t length = sequence_length(text);
    if (length == 0 || is_control(text.substr(0, length))) return std::nullopt;
    text.remove_prefix(length);
    ++count;
  }
  return count;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n\r";
  const std::size_t first = text.find_first_not_of(kSpace);
  return first == text.npos ? std::string_view() : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool is_phone_number(std::string_view text) {
  const std::optional<Secret> number = bare_number(text);
  if (!number) return false;
  std::string_view digits = number->view();
  if (digits.starts_with("+") || digits.starts_with("00")) {
    digits.remove_prefix(digits.starts_with("+") ? 1 : 2);
    return digits.size() >= 8 && digits.size() <= 15 && digits.front() != '0';
  }
  return digits.size() >= 8 && digits.size() <= 11 && digits[0] == '0' && digits[1] != '0';
}

Secret grouped_phone_number(std::string_view text) {
  const std::optional<Secret> number = bare_number(text);
  if (!number || !is_phone_number(text) || number->view().starts_with("+") || number->view().starts_with("00"))
    return Secret(trimmed(text));
  std::string_view digits = number->view();
  const std::size_t area = area_code_length(digits);
  Secret grouped(digits.substr(0, area));
  grouped.append("-");
  digits.remove_prefix(area);
  // Groups of two from the end; an odd one makes the first group three.
  bool first = true;
  while (!digits.empty()) {
    const std::size_t take = first && digits.size() % 2 == 1 ? std::min<std::size_t>(3, digits.size()) : 2;
    if (!first) grouped.append(" ");
    grouped.append(digits.substr(0, take));
    digits.remove_prefix(take);
    first = false;
  }
  return grouped;
}

bool is_email(std::string_view text) {
  text = trimmed(text);
  if (!code_points(text) || text.size() > 254 || text.find_first_of(" \t\n\r,;<>()[]\"\\") != text.npos) return false;
  const std::size_t at = text.find('@');
  if (at == text.npos || at == 0 || at > 64 || text.find('@', at + 1) != text.npos) return false;
  const std::string_view domain = text.substr(at + 1);
  const std::size_t dot = domain.rfind('.');
  if (dot == domain.npos || dot == 0 || domain.size() - dot < 3) return false;
  return domain.find("..") == domain.npos && domain.front() != '-' && domain.front() != '.';
}

}  // namespace lotsen::forms
