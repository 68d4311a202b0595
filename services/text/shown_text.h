// What is handed to Pango for a visitor's text, and the way between their byte offsets. For services/text
// alone.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace lotsen::text {

inline constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";  // U+2028

// Valid UTF-8 of the same meaning: each broken byte is U+FFFD, and line ends are U+2028, because Pango limits
// lines for each paragraph where we limit them for the whole block.
std::string shown_text(std::string_view source);

// Offsets inside a character count as its end.
std::size_t shown_offset(std::string_view source, std::size_t source_byte);
std::size_t source_offset(std::string_view source, std::size_t shown_byte);

}  // namespace lotsen::text
