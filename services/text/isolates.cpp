#include "services/text/isolates.h"

#include <glib.h>

#include <algorithm>

#include "services/text/direction.h"
#include "services/text/numbers.h"

namespace lotsen::text {
namespace {

constexpr std::string_view kLeftIsolate = "\xE2\x81\xA6";   // U+2066
constexpr std::string_view kRightIsolate = "\xE2\x81\xA7";  // U+2067
constexpr std::string_view kEndIsolate = "\xE2\x81\xA9";    // U+2069
constexpr std::size_t kMarkSize = kLeftIsolate.size();
static_assert(kEndIsolate.size() == kMarkSize);

// What digits take their direction from: the last letter before them in the same isolate, or where there is
// none the direction of that isolate or paragraph.
class Surroundings {
 public:
  explicit Surroundings(bool from_the_right)
      : from_the_right_(from_the_right), leftmost_({!from_the_right}) {}

  bool runs_from_the_left() const { return leftmost_.back(); }
  void read_left() { leftmost_.back() = true; }

  // `rest` begins with that character.
  void read(std::string_view rest, std::size_t size) {
    switch (bidi_of(rest.data())) {
      case Bidi::left:
        return read_left();
      case Bidi::right:
        leftmost_.back() = false;
        return;
      case Bidi::left_isolate:
        return leftmost_.push_back(true);
      case Bidi::right_isolate:
        return leftmost_.push_back(false);
      case Bidi::first_isolate:
        return leftmost_.push_back(!first_isolate_runs_from_the_right(rest.substr(size)));
      case Bidi::end_isolate:
        if (leftmost_.size() > 1) leftmost_.pop_back();
        return;
      case Bidi::paragraph_end:
        leftmost_.assign(1, !from_the_right_);
        return;
      case Bidi::none:
        return;
    }
  }

 private:
  bool from_the_right_;
  std::vector<bool> leftmost_;  // for each isolate that is open, the innermost last
};

bool isolated_by_author(std::string_view text, const Number& number) {
  return text.substr(0, number.begin).ends_with(kRightIsolate) &&
         text.substr(number.end).starts_with(kEndIsolate);
}

}  // namespace

Isolates::Isolates(std::string_view text, bool from_the_right) {
  Surroundings around(from_the_right);
  for (std::size_t at = 0; at < text.size();) {
    const Number number = around.runs_from_the_left() ? Number{at, at} : number_at(text, at);
    if (number.end == at) {
      const auto size = static_cast<std::size_t>(g_utf8_next_char(text.data() + at) - (text.data() + at));
      around.read(text.substr(at), size);
      at += size;
      continue;
    }
    if (number.separated && !isolated_by_author(text, number))
      spans_.push_back({number.begin, number.end});
    else if (number.lettered)
      around.read_left();
    at = number.end;
  }
}

std::string Isolates::put_into(std::string_view text) const {
  std::string result;
  result.reserve(text.size() + 2 * kMarkSize * spans_.size());
  std::size_t done = 0;
  for (const Span& span : spans_) {
    result.append(text.substr(done, span.begin - done)).append(kLeftIsolate);
    result.append(text.substr(span.begin, span.end - span.begin)).append(kEndIsolate);
    done = span.end;
  }
  return result.append(text.substr(done));
}

std::size_t Isolates::offset_with(std::size_t offset_without) const {
  std::size_t marks = 0;
  for (const Span& span : spans_) {
    if (span.begin <= offset_without) ++marks;
    if (span.end < offset_without) ++marks;
  }
  return offset_without + marks * kMarkSize;
}

std::size_t Isolates::offset_without(std::size_t offset_with) const {
  std::size_t before = 0;  // bytes of marks
  for (const Span& span : spans_) {
    for (const std::size_t place : {span.begin, span.end}) {
      if (offset_with <= place + before) return offset_with - before;
      if (offset_with < place + before + kMarkSize) return place;
      before += kMarkSize;
    }
  }
  return offset_with - before;
}

bool Isolates::has_place(std::size_t offset_with) const {
  return this->offset_with(offset_without(offset_with)) == offset_with;
}

}  // namespace lotsen::text
