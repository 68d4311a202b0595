#include "services/core/reference.h"

#include <cctype>
#include <cstdint>

#include "services/core/random.h"

namespace lotsen {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::string_view kCheckAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
constexpr std::size_t kLength = 8;

std::string random_characters() {
  std::string text;
  for (std::size_t i = 0; i < kLength; ++i) text += kAlphabet[random_below(kAlphabet.size())];
  return text;
}

char check_character(std::string_view characters) {
  std::uint64_t value = 0;
  for (const char c : characters) value = value * 32 + kAlphabet.find(c);
  return kCheckAlphabet[value % 37];
}

std::string normalise(std::string_view typed) {
  std::string text;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    text += upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
  }
  return text;
}

bool all_of_alphabet(std::string_view text) {
  return text.find_first_not_of(kAlphabet) == text.npos;
}

std::string halves(std::string_view text) {
  return std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 4));
}

}  // namespace

CaseReference new_case_reference() {
  for (;;) {
    const std::string random = random_characters();
    const char check = check_character(random);
    // The five check characters outside the alphabet (*~$=U) are hard to read out on the telephone.
    if (kAlphabet.find(check) != kAlphabet.npos) return {"SC-" + halves(random) + "-" + check};
  }
}

Secret new_access_code() {
  return Secret(halves(random_characters()));
}

std::optional<CaseReference> parse_case_reference(std::string_view typed) {
  std::string text = normalise(typed);
  if (text.size() != 2 + kLength + 1 || !text.starts_with("SC")) return std::nullopt;
  const std::string_view random = std::string_view(text).substr(2, kLength);
  if (!all_of_alphabet(random) || text.back() != check_character(random)) return std::nullopt;
  return CaseReference{"SC-" + halves(random) + "-" + text.back()};
}

std::optional<Secret> parse_access_code(std::string_view typed) {
  const std::string text = normalise(typed);
  if (text.size() != kLength || !all_of_alphabet(text)) return std::nullopt;
  return Secret(halves(text));
}

}  // namespace lotsen
