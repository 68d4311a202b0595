#include "kiosk/visits/tokens.h"

#include <algorithm>

namespace lotsen::visits {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

bool has_control_character(std::string_view line) {
  return std::any_of(line.begin(), line.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && !is_space(c)) || byte == 0x7f;
  });
}

class Scanner {
 public:
  explicit Scanner(std::string_view line) : rest_(line) {}

  Result<std::vector<Token>> run() {
    std::vector<Token> tokens;
    for (skip_spaces(); !rest_.empty() && rest_.front() != '#'; skip_spaces()) {
      Result<Token> token = take();
      if (!token) return tl::unexpected(token.error());
      tokens.push_back(std::move(*token));
    }
    return tokens;
  }

 private:
  void skip_spaces() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
  }

  Result<Token> take() {
    if (rest_.front() == '"') return take_marked('"', TokenKind::quoted);
    if (rest_.front() == '/') return take_marked('/', TokenKind::regex);
    const auto end = std::find_if(rest_.begin(), rest_.end(), is_space);
    const auto length = static_cast<std::size_t>(end - rest_.begin());
    Token token{TokenKind::word, Secret(rest_.substr(0, length))};
    rest_.remove_prefix(length);
    return token;
  }

  // In a text \" and \\ are escapes and any other is a mistake; in a regular expression only \/ is ours.
  Result<Token> take_marked(char mark, TokenKind kind) {
    rest_.remove_prefix(1);
    Token token{kind, {}};
    while (!rest_.empty() && rest_.front() != mark) {
      const std::size_t plain = std::min(rest_.find_first_of(mark == '"' ? "\"\\" : "/\\"), rest_.size());
      token.text.append(rest_.substr(0, plain));
      rest_.remove_prefix(plain);
      if (rest_.starts_with('\\') && !take_escape(mark, token.text)) {
        return fail(ErrorCode::bad_input, "a backslash in a text stands before \" or \\; write \\\\ for one");
      }
    }
    if (rest_.empty()) {
      return fail(ErrorCode::bad_input,
                  std::string("has no closing ") + mark + "; it must stand on the same line");
    }
    rest_.remove_prefix(1);
    if (!rest_.empty() && !is_space(rest_.front())) {
      return fail(ErrorCode::bad_input, std::string("needs a space after the closing ") + mark);
    }
    return token;
  }

  bool take_escape(char mark, Secret& text) {
    const std::string_view escape = rest_.substr(0, 2);
    if (escape.size() < 2) return false;
    const bool ours = escape[1] == mark || (mark == '"' && escape[1] == '\\');
    if (!ours && mark == '"') return false;
    text.append(ours ? escape.substr(1) : escape);
    rest_.remove_prefix(2);
    return true;
  }

  std::string_view rest_;
};

}  // namespace

Result<std::vector<Token>> tokens_of(std::string_view line) {
  if (has_control_character(line)) return fail(ErrorCode::bad_input, "holds a control character; remove it");
  return Scanner(line).run();
}

}  // namespace lotsen::visits
