#include "services/config/command_line.h"

#include <algorithm>

#include "services/config/nearest.h"

namespace lotsen::config {
namespace {

// The flags that every program has, for parsing alike.
constexpr Flag kShared[] = {
    {"config", "FILE", ""}, {"set", "key=value", ""}, {"version", "", ""}, {"help", "", ""}};

class Parser {
 public:
  Parser(std::span<const char* const> arguments, std::span<const Flag> flags, const Words& words)
      : rest_(arguments), flags_(flags), words_(words) {}

  Result<CommandLine> run() {
    while (!rest_.empty()) {
      const std::string_view argument = take();
      Result<void> ok;
      if (argument == "--" && !only_words_)
        only_words_ = true;
      else if (argument.starts_with("-") && argument.size() > 1 && !only_words_)
        ok = parse_flag(argument);
      else
        ok = add_word(argument);
      if (!ok) return tl::unexpected(ok.error());
    }
    return std::move(line_);
  }

 private:
  std::string_view take() {
    const std::string_view argument = rest_.front();
    rest_ = rest_.subspan(1);
    return argument;
  }

  const Flag* find(std::string_view argument) const {
    if (!argument.starts_with("--")) return nullptr;
    for (const std::span<const Flag> flags : {std::span<const Flag>(kShared), flags_}) {
      for (const Flag& flag : flags) {
        if (flag.name == argument.substr(2)) return &flag;
      }
    }
    return nullptr;
  }

  tl::unexpected<Error> unknown(std::string_view argument) const {
    std::vector<std::string_view> names;
    for (const Flag& flag : kShared) names.push_back(flag.name);
    for (const Flag& flag : flags_) names.push_back(flag.name);
    const std::string_view typed =
        argument.substr(std::min(argument.find_first_not_of('-'), argument.size()));
    return fail(ErrorCode::bad_input,
                "unknown flag " + in_quotes(argument) + did_you_mean(typed, names, "--"));
  }

  Result<void> parse_flag(std::string_view argument) {
    const std::size_t equals = argument.find('=');
    const std::string_view name = argument.substr(0, equals);
    const Flag* flag = find(name);
    if (flag == nullptr) return unknown(name);
    const bool given = equals != argument.npos;
    if (flag->value.empty()) {
      if (given) return fail(ErrorCode::bad_input, std::string(name) + " takes no value");
      return keep(*flag, "");
    }
    if (!given && rest_.empty()) return value_missing(*flag);
    const std::string_view value = given ? argument.substr(equals + 1) : take();
    if (value.empty() || (!given && value.starts_with("--"))) return value_missing(*flag);
    return keep(*flag, value);
  }

  static tl::unexpected<Error> value_missing(const Flag& flag) {
    return fail(ErrorCode::bad_input, "--" + std::string(flag.name) + " needs a value: --" +
                                          std::string(flag.name) + " " + std::string(flag.value));
  }

  Result<void> keep(const Flag& flag, std::string_view value) {
    if (flag.name == "config")
      line_.config = std::filesystem::path(value);
    else if (flag.name == "set")
      line_.overrides.emplace_back(value);
    else if (flag.name == "version")
      line_.version = true;
    else if (flag.name == "help")
      line_.help = true;
    else
      line_.flags.insert_or_assign(std::string(flag.name), std::string(value));
    return {};
  }

  Result<void> add_word(std::string_view word) {
    if (line_.words.size() == words_.most) {
      return fail(ErrorCode::bad_input, "unexpected " + in_quotes(word) + "; see --help");
    }
    line_.words.emplace_back(word);
    return {};
  }

  std::span<const char* const> rest_;
  std::span<const Flag> flags_;
  const Words& words_;
  CommandLine line_;
  bool only_words_ = false;
};

}  // namespace

std::optional<std::string> CommandLine::value(std::string_view flag) const {
  const auto found = flags.find(flag);
  return found == flags.end() ? std::nullopt : std::optional(found->second);
}

Result<CommandLine> parse_command_line(int argc, const char* const* argv, std::span<const Flag> flags,
                                       const Words& words) {
  const std::span<const char* const> all(argv, static_cast<std::size_t>(argc));
  return Parser(all.subspan(std::min<std::size_t>(1, all.size())), flags, words).run();
}

std::filesystem::path data_folder() {
  std::error_code ignored;
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", ignored);
  return program.parent_path().parent_path() / "share" / "lotsen";
}

}  // namespace lotsen::config
