// The isolates that are put around numbers which right-to-left text would turn around: "070-174 06 05" would
// be seen as "05 06 174-070" there. The text that callers know has none of them, hence the way between both
// texts' offsets. For services/text alone.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace lotsen::text {

class Isolates {
 public:
  Isolates() = default;  // none

  // For valid UTF-8. Left alone is a number that keeps its order by itself (without separators, or in a
  // phrase of left-to-right letters) or that the author isolated.
  Isolates(std::string_view text, bool from_the_right);

  std::string put_into(std::string_view text) const;

  // From the text without to the text with them. A number's ends are inside its isolate: there they are on
  // the same line as its digits.
  std::size_t offset_with(std::size_t offset_without) const;
  std::size_t offset_without(std::size_t offset_with) const;

  // Whether the text without them has such a place: before an isolate and behind it is none.
  bool has_place(std::size_t offset_with) const;

 private:
  struct Span {
    std::size_t begin;
    std::size_t end;
  };
  std::vector<Span> spans_;  // of the text without, in order
};

}  // namespace lotsen::text
