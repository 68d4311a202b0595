#include "services/text/direction.h"

#include <fribidi.h>
#include <glib.h>

#include <algorithm>
#include <array>

#include "services/text/text.h"

namespace lotsen::text {
namespace {

// Below the first Hebrew letter, U+0590, nothing is right-to-left; all of it has smaller lead bytes.
constexpr unsigned char kFirstLeadByte = 0xD6;

bool runs_left(const char* character) {
  if (static_cast<unsigned char>(*character) < kFirstLeadByte) return false;
  const FriBidiCharType type = fribidi_get_bidi_type(g_utf8_get_char(character));
  return type == FRIBIDI_TYPE_RTL || type == FRIBIDI_TYPE_AL;
}

}  // namespace

bool holds_right_to_left(std::string_view text) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end; at = g_utf8_next_char(at))
    if (runs_left(at)) return true;
  return false;
}

bool right_to_left(std::string_view language) {
  constexpr std::array<std::string_view, 9> kLanguages = {"ar", "ckb", "fa", "he", "prs",
                                                          "ps", "ug",  "ur", "yi"};
  const std::string_view base = language.substr(0, language.find_first_of("-_"));
  return std::find(kLanguages.begin(), kLanguages.end(), base) != kLanguages.end();
}

}  // namespace lotsen::text
