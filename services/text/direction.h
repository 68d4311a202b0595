// Which way a text runs. For services/text alone; what the language decides is right_to_left() in text.h.
#pragma once
#include <string_view>

namespace lotsen::text {

// Whether valid UTF-8 holds a strong right-to-left character (Hebrew, Arabic …). Then the whole block runs
// from right to left, else from left to right: so a telephone number or a Swedish sentence that stands alone
// on an Arabic page keeps its order.
bool holds_right_to_left(std::string_view text);

}  // namespace lotsen::text
