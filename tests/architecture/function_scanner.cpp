#include "tests/architecture/function_scanner.h"

#include <regex>

namespace lotsen::architecture {

namespace {

enum class Block { scope, function, data };

bool matches(const std::string& text, const char* pattern) {
  return std::regex_search(text, std::regex(pattern));
}

// A constructor's `a_{1}` before its body.
bool is_member_initialiser(const std::string& head) {
  return matches(head, R"(\)\s*(noexcept\s*)?:[^:])") && matches(head, R"([A-Za-z0-9_>]\s*$)") &&
         !matches(head, R"(\b(const|noexcept|override|final|try)\s*$)");
}

Block kind_of(const std::string& head) {
  const bool has_call = head.find('(') != std::string::npos;
  if (matches(head, R"(\b(namespace|enum)\b)")) return Block::scope;
  if (matches(head, R"(^(template\b.*>\s*)?(\w+\s+)*(class|struct|union)\b)") && !matches(head, R"(\)\s*$)"))
    return Block::scope;
  if (!has_call) return matches(head, R"(^\s*extern\s*$)") ? Block::scope : Block::data;
  if (is_member_initialiser(head)) return Block::data;
  if (matches(head, R"([^=!<>r]=[^=])") && !matches(head, R"(\[[^\]]*\]\s*\([^)]*\))")) return Block::data;
  return Block::function;
}

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(without_literals(text)) {}

  std::vector<Function> run() {
    for (const char c : text_) {
      read(c);
      if (c == '\n') ++line_;
    }
    return std::move(found_);
  }

 private:
  void read(char c) {
    if (depth_ > 0) return read_inside(c);
    if (c == '(') ++parentheses_;
    if (c == ')') --parentheses_;
    if (c == '{' && (parentheses_ > 0 || kind_of(head_) == Block::data)) return enter(Block::data);
    if (c == '{' && kind_of(head_) == Block::function) return enter(Block::function);
    if (c == '{' || c == '}' || (c == ';' && parentheses_ == 0)) return forget_head();
    add_to_head(c);
  }

  void read_inside(char c) {
    if (c == '{') ++depth_;
    if (c != '}' || --depth_ > 0) return;
    if (inside_ == Block::data) return add_to_head('}');
    found_.push_back({head_, head_line_, line_ - head_line_ + 1});
    forget_head();
  }

  void enter(Block block) {
    inside_ = block;
    depth_ = 1;
  }
  void forget_head() {
    head_.clear();
    parentheses_ = 0;
  }
  void add_to_head(char c) {
    const bool blank = std::isspace(static_cast<unsigned char>(c)) != 0;
    if (head_.empty() && blank) return;
    if (head_.empty()) head_line_ = line_;
    if (!blank || head_.back() != ' ') head_ += blank ? ' ' : c;
  }

  std::string text_;
  std::string head_;
  std::vector<Function> found_;
  Block inside_ = Block::data;
  int line_ = 1;
  int head_line_ = 1;
  int depth_ = 0;        // braces open in a function or in data
  int parentheses_ = 0;  // open in the head
};

}  // namespace

std::vector<Function> functions_of(std::string_view text) {
  return Scanner(text).run();
}

Offences long_functions(const SourceFiles& files, int most_lines) {
  Offences offences;
  for (const SourceFile& file : files) {
    if (!is_cpp(file.path)) continue;
    for (const Function& function : functions_of(file.text)) {
      if (function.lines <= most_lines) continue;
      offences.push_back(file.path + ":" + std::to_string(function.first_line) + ": " + function.head +
                         " has " + std::to_string(function.lines) + " lines");
    }
  }
  return offences;
}

}  // namespace lotsen::architecture
