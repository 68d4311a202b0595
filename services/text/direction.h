// Which way a text runs. For services/text alone; what the language decides is right_to_left() in text.h.
// All texts are valid UTF-8.
#pragma once
#include <string_view>

namespace lotsen::text {

// What a character does to the direction of the text around it.
enum class Bidi { none, left, right, left_isolate, right_isolate, first_isolate, end_isolate, paragraph_end };

Bidi bidi_of(const char* character);

// Whether there is a strong right-to-left character (Hebrew, Arabic …), also within isolates.
bool holds_right_to_left(std::string_view text);

// Whether a block runs from right to left: if a strong right-to-left character stands outside isolates, or
// within them where nothing strong stands outside. So a telephone number or a Swedish sentence that stands
// alone on an Arabic page keeps its order, and so does a Swedish one that quotes an Arabic answer.
bool runs_from_the_right(std::string_view text);

// Whether what follows a first strong isolate (U+2068) runs from right to left in it.
bool first_isolate_runs_from_the_right(std::string_view rest);

}  // namespace lotsen::text
