// Rules for translated texts, whatever file they are in.
#pragma once
#include <set>
#include <string>
#include <string_view>

namespace lotsen::tests {

// "n" and "total" of "Step {n} of {total}".
std::set<std::string> placeholders(std::string_view text);

// Arabic-Indic or Persian digits, which no text of the kiosk has.
bool has_foreign_digit(std::string_view text);

// A number in groups ("070-174 06 05") among right-to-left letters that does not stand in an isolate of its
// own (U+2066 … U+2069), or isolates that do not come in pairs: its groups would change places. Empty when
// there is none, else the place.
std::string loose_number(std::string_view text);

}  // namespace lotsen::tests
