#include "services/forms/checks.h"

#include <algorithm>

namespace lotsen::forms {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kLowerCase = "abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kUpperCase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

unsigned char byte_at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// What the first byte promises; 0 when no sequence begins with it.
std::size_t promised_length(unsigned char first) {
  if (first < 0x80) return 1;
  if (first < 0xC2) return 0;
  if (first < 0xE0) return 2;
  if (first < 0xF0) return 3;
  return first < 0xF5 ? 4 : 0;
}

// Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
bool second_byte_fits(unsigned char first, unsigned char second) {
  if (first == 0xE0) return second >= 0xA0;
  if (first == 0xED) return second <= 0x9F;
  if (first == 0xF0) return second >= 0x90;
  if (first == 0xF4) return second <= 0x8F;
  return true;
}

bool is_control(std::string_view sequence) {
  const unsigned char first = byte_at(sequence, 0);
  if (sequence.size() == 1) return (first < 0x20 && first != '\n' && first != '\t') || first == 0x7F;
  return first == 0xC2 && byte_at(sequence, 1) < 0xA0;
}

bool is_one_of(char c, std::string_view characters) {
  return characters.find(c) != characters.npos;
}

bool is_digit(char c) {
  return is_one_of(c, kDigits);
}

bool is_letter(char c) {
  return is_one_of(c, kLowerCase) || is_one_of(c, kUpperCase);
}

// All of Unicode beyond ASCII is let through: addresses may be written in any script (RFC 6531).
bool is_beyond_ascii(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

// Digits with a leading + kept; nothing when something else than a separator stands between.
std::optional<Secret> bare_number(std::string_view text) {
  constexpr std::size_t kMostCharacters = 40;
  text = trimmed(text);
  if (text.size() > kMostCharacters) return std::nullopt;
  Secret number;
  for (const char c : text) {
    if (is_digit(c) || (c == '+' && number.empty()))
      number.append({&c, 1});
    else if (!is_one_of(c, " -/()"))
      return std::nullopt;
  }
  return number;
}

// The digits that follow "+" or "00"; nothing when the number is a Swedish one.
std::optional<std::string_view> international(std::string_view digits) {
  if (digits.starts_with("+")) return digits.substr(1);
  if (digits.starts_with("00")) return digits.substr(2);
  return std::nullopt;
}

bool is_mobile(std::string_view digits) {
  return digits.starts_with("07") && digits.size() > 2 && is_one_of(digits[2], "02369");
}

// PTS, the Swedish numbering plan: all other area codes have four digits with their 0.
std::size_t area_code_length(std::string_view digits) {
  static constexpr std::string_view kThree[] = {"010", "011", "013", "016", "018", "019", "020", "021",
                                                "023", "026", "031", "033", "035", "036", "040", "042",
                                                "044", "046", "054", "060", "063", "090"};
  if (digits.starts_with("08")) return 2;
  if (is_mobile(digits)) return 3;
  return std::ranges::find(kThree, digits.substr(0, 3)) != std::end(kThree) ? 3 : 4;
}

// "123 456 78", "123 45 67", "12 34 56", "123 45": pairs, with threes in front for what is left over.
std::size_t group_length(std::size_t left) {
  return left == 8 || left % 2 == 1 ? 3 : 2;
}

bool is_local_part(std::string_view text) {
  const bool dots_fit = !text.starts_with('.') && !text.ends_with('.') && text.find("..") == text.npos;
  return !text.empty() && text.size() <= 64 && dots_fit && std::ranges::all_of(text, [](char c) {
    return is_letter(c) || is_digit(c) || is_beyond_ascii(c) || is_one_of(c, ".!#$%&'*+-/=?^_`{|}~");
  });
}

bool is_domain_label(std::string_view text) {
  return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-' &&
         std::ranges::all_of(
             text, [](char c) { return is_letter(c) || is_digit(c) || is_beyond_ascii(c) || c == '-'; });
}

bool is_domain(std::string_view text) {
  const std::size_t last_dot = text.rfind('.');
  if (last_dot == text.npos) return false;
  const std::string_view top = text.substr(last_dot + 1);
  if (top.size() < 2 || std::ranges::all_of(top, is_digit)) return false;
  for (std::size_t dot = text.find('.'); dot != text.npos; dot = text.find('.')) {
    if (!is_domain_label(text.substr(0, dot))) return false;
    text.remove_prefix(dot + 1);
  }
  return is_domain_label(text);
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  const std::size_t length = promised_length(byte_at(text, 0));
  if (length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte_at(text, i) & 0xC0U) != 0x80) return 0;
  }
  return length < 2 || second_byte_fits(byte_at(text, 0), byte_at(text, 1)) ? length : 0;
}

bool is_utf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::optional<int> code_points(std::string_view text) {
  int count = 0;
  while (!text.empty()) {
    const std::size_t length = utf8_length(text);
    if (length == 0 || is_control(text.substr(0, length))) return std::nullopt;
    text.remove_prefix(length);
    ++count;
  }
  return count;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\n\r";
  const std::size_t first = text.find_first_not_of(kSpace);
  return first == text.npos ? std::string_view()
                            : text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
    return is_one_of(c, kLowerCase) || is_digit(c) || c == '_';
  });
}

bool is_language_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 16 && is_letter(text.front()) && is_letter(text.back()) &&
         std::ranges::all_of(text, [](char c) { return is_letter(c) || c == '-'; });
}

bool is_phone_number(std::string_view text) {
  const std::optional<Secret> number = bare_number(text);
  if (!number) return false;
  const std::string_view digits = number->view();
  if (const auto abroad = international(digits))
    return abroad->size() >= 8 && abroad->size() <= 15 && abroad->front() != '0';
  if (is_mobile(digits)) return digits.size() == 10;
  return digits.size() >= 8 && digits.size() <= 10 && digits[0] == '0';
}

Secret grouped_phone_number(std::string_view text) {
  const std::optional<Secret> number = bare_number(text);
  if (!number || !is_phone_number(text) || international(number->view())) return Secret(trimmed(text));
  std::string_view digits = number->view();
  const std::size_t area = area_code_length(digits);
  Secret grouped(digits.substr(0, area));
  digits.remove_prefix(area);
  for (std::string_view separator = "-"; !digits.empty(); separator = " ") {
    const std::size_t length = group_length(digits.size());
    grouped.append(separator);
    grouped.append(digits.substr(0, length));
    digits.remove_prefix(length);
  }
  return grouped;
}

bool is_email(std::string_view text) {
  text = trimmed(text);
  const std::size_t at = text.find('@');
  return at != text.npos && text.size() <= 254 && code_points(text) && is_local_part(text.substr(0, at)) &&
         is_domain(text.substr(at + 1));
}

}  // namespace lotsen::forms
