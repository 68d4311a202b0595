// Blanks what may hold braces without meaning them.
#include <cctype>

#include "tests/architecture/function_scanner.h"

namespace lotsen::architecture {

namespace {

class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text) {}

  std::string run() {
    while (at_ < text_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    if (starts("//")) return blank_to(text_.find('\n', at_));
    if (starts("/*")) return blank_past("*/", at_ + 2);
    if (starts("R\"") && !after_word()) return blank_raw_string();
    if (text_[at_] == '"') return blank_quoted('"');
    if (text_[at_] == '\'' && !after_word()) return blank_quoted('\'');  // not 1'000'000
    if (text_[at_] == '#' && line_is_blank()) return blank_directive();
    out_ += text_[at_++];
  }

  bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  bool after_word() const { return at_ > 0 && std::isalnum(static_cast<unsigned char>(text_[at_ - 1])); }
  bool line_is_blank() const {
    const auto last = out_.find_last_not_of(" \t");
    return last == std::string::npos || out_[last] == '\n';
  }

  void blank_to(std::size_t end) {
    for (end = std::min(end, text_.size()); at_ < end; ++at_) out_ += text_[at_] == '\n' ? '\n' : ' ';
  }
  void blank_past(std::string_view mark, std::size_t from) {
    const auto found = text_.find(mark, from);
    blank_to(found == std::string_view::npos ? found : found + mark.size());
  }
  void blank_raw_string() {
    const auto open = text_.find('(', at_);
    if (open == std::string_view::npos) return blank_to(open);
    blank_past(")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"", open);
  }
  void blank_quoted(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote) end += text_[end] == '\\' ? 2 : 1;
    blank_to(end + 1);
  }
  void blank_directive() {
    std::size_t end = at_;
    do end = text_.find('\n', end + 1);
    while (end != std::string_view::npos && text_[end - 1] == '\\');
    blank_to(end);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::string without_literals(std::string_view text) {
  return Blanker(text).run();
}

}  // namespace lotsen::architecture
