// What is handed to Pango for a block's text, and the way between their byte offsets. For services/text
// alone.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "services/text/text.h"

namespace lotsen::text {

inline constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";  // U+2028

// Valid UTF-8 of the same meaning: each broken byte is U+FFFD and every line end a line feed; but where lines
// are limited it is U+2028, because Pango limits the lines of each paragraph and we those of the block.
std::string shown_text(const Block& block);

// Offsets inside a character count as its end.
std::size_t shown_offset(const Block& block, std::size_t source_byte);
std::size_t source_offset(const Block& block, std::size_t shown_byte);

}  // namespace lotsen::text
