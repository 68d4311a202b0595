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

// How deep in isolates a character stands, told by those before it; a paragraph's end ends its isolates.
int depth_behind(Bidi bidi, int depth) {
  switch (bidi) {
    case Bidi::left_isolate:
    case Bidi::right_isolate:
    case Bidi::first_isolate:
      return depth + 1;
    case Bidi::end_isolate:
      return std::max(depth - 1, 0);
    case Bidi::paragraph_end:
      return 0;
    case Bidi::none:
    case Bidi::left:
    case Bidi::right:
      return depth;
  }
  return depth;
}

}  // namespace

Bidi bidi_of(const char* character) {
  constexpr gunichar kParagraphSeparator = 0x2029;
  const gunichar code = g_utf8_get_char(character);
  if (code == '\n' || code == kParagraphSeparator) return Bidi::paragraph_end;
  switch (fribidi_get_bidi_type(code)) {
    case FRIBIDI_TYPE_LTR:
      return Bidi::left;
    case FRIBIDI_TYPE_RTL:
    case FRIBIDI_TYPE_AL:
      return Bidi::right;
    case FRIBIDI_TYPE_LRI:
      return Bidi::left_isolate;
    case FRIBIDI_TYPE_RLI:
      return Bidi::right_isolate;
    case FRIBIDI_TYPE_FSI:
      return Bidi::first_isolate;
    case FRIBIDI_TYPE_PDI:
      return Bidi::end_isolate;
    default:
      return Bidi::none;
  }
}

bool holds_right_to_left(std::string_view text) {
  const char* const end = text.data() + text.size();
  for (const char* at = text.data(); at < end; at = g_utf8_next_char(at))
    if (static_cast<unsigned char>(*at) >= kFirstLeadByte && bidi_of(at) == Bidi::right) return true;
  return false;
}

bool runs_from_the_right(std::string_view text) {
  if (!holds_right_to_left(text)) return false;
  const char* const end = text.data() + text.size();
  bool left_outside = false;
  int depth = 0;
  for (const char* at = text.data(); at < end; at = g_utf8_next_char(at)) {
    const Bidi bidi = bidi_of(at);
    if (depth == 0 && bidi == Bidi::right) return true;
    left_outside = left_outside || (depth == 0 && bidi == Bidi::left);
    depth = depth_behind(bidi, depth);
  }
  return !left_outside;
}

bool first_isolate_runs_from_the_right(std::string_view rest) {
  const char* const end = rest.data() + rest.size();
  int depth = 0;
  for (const char* at = rest.data(); at < end; at = g_utf8_next_char(at)) {
    const Bidi bidi = bidi_of(at);
    if (bidi == Bidi::paragraph_end || (depth == 0 && bidi == Bidi::end_isolate)) return false;
    if (depth == 0 && (bidi == Bidi::left || bidi == Bidi::right)) return bidi == Bidi::right;
    depth = depth_behind(bidi, depth);
  }
  return false;
}

bool right_to_left(std::string_view language) {
  constexpr std::array<std::string_view, 9> kLanguages = {"ar", "ckb", "fa", "he", "prs",
                                                          "ps", "ug",  "ur", "yi"};
  const std::string_view base = language.substr(0, language.find_first_of("-_"));
  return std::find(kLanguages.begin(), kLanguages.end(), base) != kLanguages.end();
}

}  // namespace lotsen::text
