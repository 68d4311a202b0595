// Where numbers with separators inside, such as 070-174 06 05, stand in a text. For services/text alone.
#pragma once
#include <cstddef>
#include <string_view>

namespace lotsen::text {

struct Number {
  std::size_t begin = 0;
  std::size_t end = 0;     // begin where there is none
  bool separated = false;  // by more than letters and digits
  bool lettered = false;   // with ASCII letters, as in 12-A or 7K3Q
};

// The number or code that begins with the digit or the plus at that byte of valid UTF-8. Digits are 0-9 and
// Persian ones; Arabic-Indic ones are not kept in order by an isolate. Codes end at spaces; groups of digits
// do not, so that what was typed as one telephone number stays one.
Number number_at(std::string_view text, std::size_t begin);

}  // namespace lotsen::text
