// Words that no line is wide enough for. For services/text alone.
#pragma once
#include <pango/pango.h>

#include <string>
#include <string_view>

#include "services/text/hyphenator.h"

namespace lotsen::text {

inline constexpr std::string_view kSoftHyphen = "\xC2\xAD";  // U+00AD

// Whether a line begins where no line may begin: inside a word that is wider than the line.
bool breaks_words(PangoLayout* layout);

// The layout's text with soft hyphens in the words that it breaks. Only words of letters: an address or a
// code would be changed by a hyphen.
std::string with_soft_hyphens(PangoLayout* layout, Hyphenator& hyphenator, std::string_view language);

}  // namespace lotsen::text
