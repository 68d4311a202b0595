#include "kiosk/visits/script.h"

#include <algorithm>
#include <charconv>
#include <regex>

#include "kiosk/visits/tokens.h"

namespace lotsen::visits {
namespace {

using Tokens = std::vector<Token>;

tl::unexpected<Error> fault(std::string mend) {
  return fail(ErrorCode::bad_input, std::move(mend));
}

bool is_kind(const Tokens& tokens, std::size_t at, TokenKind kind) {
  return at < tokens.size() && tokens[at].kind == kind;
}

std::string text_at(const Tokens& tokens, std::size_t at) {
  return std::string(tokens[at].text.view());
}

Result<int> duration_ms(const Tokens& tokens, std::size_t at) {
  constexpr int kHourMs = 3'600'000;
  std::string_view text = is_kind(tokens, at, TokenKind::word) ? tokens[at].text.view() : "";
  const bool in_ms = text.ends_with("ms");
  if (!text.ends_with('s')) return fault("needs a time such as 5s or 500ms");
  text.remove_suffix(in_ms ? 2 : 1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < 0) {
    return fault("needs a time such as 5s or 500ms");
  }
  if (number > (in_ms ? kHourMs : kHourMs / 1000))
    return fault("waits longer than an hour; choose a shorter time");
  return in_ms ? number : number * 1000;
}

// The time that may stand at the end of a line.
Result<int> patience_ms(const Tokens& tokens, std::size_t at) {
  return tokens.size() <= at ? Result<int>(kPatienceMs) : duration_ms(tokens, at);
}

Result<void> check_count(const Tokens& tokens, std::size_t least, std::size_t most, const char* usage) {
  if (tokens.size() < least || tokens.size() > most) return fault(std::string("write: ") + usage);
  return {};
}

template <class OneId>
Result<Command> parse_id(const Tokens& tokens, const char* usage) {
  if (Result<void> ok = check_count(tokens, 2, 2, usage); !ok) return tl::unexpected(ok.error());
  if (!is_kind(tokens, 1, TokenKind::word)) return fault(std::string("write: ") + usage);
  return OneId{text_at(tokens, 1)};
}

Result<Command> parse_press(const Tokens& tokens) {
  return parse_id<Press>(tokens, "press ID");
}
Result<Command> parse_absent(const Tokens& tokens) {
  return parse_id<Absent>(tokens, "absent ID");
}

Result<Command> parse_type(const Tokens& tokens) {
  if (tokens.size() != 3 || !is_kind(tokens, 1, TokenKind::word) || !is_kind(tokens, 2, TokenKind::quoted)) {
    return fault("write: type ID \"text\"");
  }
  return Type{text_at(tokens, 1), tokens[2].text};
}

Result<Command> parse_key(const Tokens& tokens) {
  if (tokens.size() != 2 || is_kind(tokens, 1, TokenKind::regex) || tokens[1].text.empty()) {
    return fault("write: key NAME, such as Tab, Shift+Tab or \"Left Shift\"");
  }
  return Key{text_at(tokens, 1)};
}

Result<Command> parse_wait(const Tokens& tokens) {
  if (Result<void> ok = check_count(tokens, 2, 3, "wait ID [5s]"); !ok) return tl::unexpected(ok.error());
  if (!is_kind(tokens, 1, TokenKind::word)) return fault("write: wait ID [5s]");
  const Result<int> timeout = patience_ms(tokens, 2);
  if (!timeout) return tl::unexpected(timeout.error());
  return Wait{text_at(tokens, 1), *timeout};
}

std::optional<std::regex> compiled(std::string_view pattern) {
  // libstdc++ looks one character past an opening parenthesis at the end.
  Secret terminated(pattern);
  terminated.append(std::string_view("\0", 1));
  try {
    return std::regex(terminated.view().data(), pattern.size());
  } catch (const std::regex_error&) {
    return std::nullopt;
  }
}

Result<Command> parse_expect(const Tokens& tokens) {
  constexpr const char* kUsage = "expect ID \"text\" [10s] or expect ID /regex/ [10s]";
  if (Result<void> ok = check_count(tokens, 3, 4, kUsage); !ok) return tl::unexpected(ok.error());
  const bool is_regex = is_kind(tokens, 2, TokenKind::regex);
  if (!is_kind(tokens, 1, TokenKind::word) || is_kind(tokens, 2, TokenKind::word)) {
    return fault(std::string("write: ") + kUsage);
  }
  if (is_regex && !compiled(tokens[2].text.view())) return fault("the regular expression is broken; mend it");
  const Result<int> timeout = patience_ms(tokens, 3);
  if (!timeout) return tl::unexpected(timeout.error());
  return Expect{text_at(tokens, 1), tokens[2].text, is_regex, *timeout};
}

// Names become file names: nothing in them may lead out of the output folder.
template <class Named>
Result<Command> parse_named(const Tokens& tokens) {
  constexpr std::size_t kLongest = 100;
  constexpr std::string_view kAllowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
  const std::string name =
      tokens.size() == 2 && is_kind(tokens, 1, TokenKind::word) ? text_at(tokens, 1) : "";
  if (name.empty() || name.size() > kLongest || name.find_first_not_of(kAllowed) != name.npos) {
    return fault("needs one name of letters a to z, digits, _ and -");
  }
  return Named{name};
}

template <class Bare>
Result<Command> parse_bare(const Tokens& tokens) {
  if (tokens.size() != 1) return fault("stands alone on its line");
  return Bare{};
}

Result<Command> parse_idle(const Tokens& tokens) {
  if (Result<void> ok = check_count(tokens, 2, 2, "idle 60s"); !ok) return tl::unexpected(ok.error());
  const Result<int> time = duration_ms(tokens, 1);
  if (!time) return tl::unexpected(time.error());
  return Idle{*time};
}

// All of `text`, from 1 to the largest screen that can be configured.
std::optional<int> pixels_of(std::string_view text) {
  constexpr int kMost = 7680;
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && number >= 1 && number <= kMost ? std::optional(number) : std::nullopt;
}

Result<Command> parse_screen(const Tokens& tokens) {
  const std::string size =
      tokens.size() == 2 && is_kind(tokens, 1, TokenKind::word) ? text_at(tokens, 1) : "";
  const std::size_t cross = std::min(size.find('x'), size.size());
  const std::string_view text = size;
  const std::optional<int> width = pixels_of(text.substr(0, cross));
  const std::optional<int> height = pixels_of(text.substr(std::min(cross + 1, size.size())));
  if (!width || !height) return fault("write: screen 1080x1920, each from 1 to 7680");
  return Screen{*width, *height};
}

struct Verb {
  std::string_view name;
  Result<Command> (*parse)(const Tokens&);
};
constexpr Verb kVerbs[] = {
    {"press", parse_press},
    {"type", parse_type},
    {"key", parse_key},
    {"wait", parse_wait},
    {"expect", parse_expect},
    {"absent", parse_absent},
    {"shot", parse_named<Shot>},
    {"elements", parse_named<Elements>},
    {"spoken", parse_named<Spoken>},
    {"offline", parse_bare<Offline>},
    {"online", parse_bare<Online>},
    {"idle", parse_idle},
    {"screen", parse_screen},
    {"rotate", parse_bare<Rotate>},
};

Result<Command> parse_command(const Tokens& tokens) {
  std::string known;
  for (const Verb& verb : kVerbs) {
    if (is_kind(tokens, 0, TokenKind::word) && tokens[0].text.view() == verb.name) return verb.parse(tokens);
    known += (known.empty() ? "" : ", ") + std::string(verb.name);
  }
  return fault("unknown command; there are " + known);
}

}  // namespace

Result<std::optional<Line>> parse_line(std::string_view line, int number) {
  const auto at_line = [number](const Error& error) {
    return fail(error.code, "line " + std::to_string(number) + ": " + error.detail);
  };
  const Result<Tokens> tokens = tokens_of(line);
  if (!tokens) return at_line(tokens.error());
  if (tokens->empty()) return std::nullopt;
  Result<Command> command = parse_command(*tokens);
  if (!command) return at_line(command.error());
  return Line{number, std::move(*command)};
}

bool holds(const Expect& expect, std::string_view value) {
  if (!expect.is_regex) return value == expect.text.view();
  const std::optional<std::regex> pattern = compiled(expect.text.view());
  return pattern && std::regex_search(value.begin(), value.end(), *pattern);
}

}  // namespace lotsen::visits
