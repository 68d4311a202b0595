#include "services/config/value.h"

#include <algorithm>
#include <charconv>

#include "services/config/nearest.h"
#include "services/config/toml_reader.h"

namespace lotsen::config {
namespace {

using Path = std::filesystem::path;

tl::unexpected<Error> fault(const Setting& setting, const std::string& mend) {
  return fail(ErrorCode::bad_input, in_quotes(setting.key) + " " + mend);
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7f;
  });
}

std::string listing(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) text += (text.empty() ? "" : ", ") + in_quotes(word);
  return text;
}

Result<void> check_text(const Setting& setting, std::string_view text) {
  if (has_control_character(text)) return fault(setting, "holds a control character; write it on one line");
  const auto& words = setting.allowed;
  if (!words.empty() && std::find(words.begin(), words.end(), text) == words.end()) {
    return fault(setting, "cannot be " + in_quotes(text) + "; it is one of " + listing(words));
  }
  return {};
}

Result<void> check_list(const Setting& setting, const std::vector<std::string>& list) {
  for (const std::string& text : list) {
    if (Result<void> ok = check_text(setting, text); !ok) return ok;
  }
  return {};
}

Path resolved(const std::string& text, const Path& base) {
  return text.empty() ? Path() : (base / text).lexically_normal();
}

Result<Value> integer_value(const Setting& setting, std::int64_t number) {
  if (number < setting.least) {
    return fault(setting,
                 "must be at least " + std::to_string(setting.least) + ", not " + std::to_string(number));
  }
  if (number > setting.most) {
    return fault(setting,
                 "must be at most " + std::to_string(setting.most) + ", not " + std::to_string(number));
  }
  return number;
}

Result<Value> colour_value(const Setting& setting, const std::string& text) {
  std::uint32_t rgb = 0;
  const char* end = text.data() + text.size();
  const bool shaped = text.size() == 7 && text[0] == '#';
  if (!shaped || std::from_chars(text.data() + 1, end, rgb, 16).ptr != end) {
    return fault(setting, "must be a colour such as \"#0A4A66\", not " + in_quotes(text));
  }
  const auto part = [rgb](int shift) { return static_cast<std::uint8_t>(rgb >> shift & 0xff); };
  return Colour{part(16), part(8), part(0)};
}

bool is_language_code(std::string_view text) {
  constexpr std::size_t kLongest = 16;  // "sv-simple" is one
  return text.size() >= 2 && text.size() <= kLongest &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == text.npos;
}

Result<Value> texts_value(const Setting& setting, const Texts& texts) {
  for (const auto& [language, text] : texts) {
    if (!is_language_code(language)) {
      return fault(setting,
                   "has a text for " + in_quotes(language) + "; write a language code such as \"sv\"");
    }
    if (Result<void> ok = check_text(setting, text); !ok) return tl::unexpected(ok.error());
  }
  if (!texts.contains("sv")) return fault(setting, "needs a Swedish text: sv = \"…\"");
  return texts;
}

Result<Value> list_value(const Setting& setting, const std::vector<std::string>& list, const Path& base) {
  if (Result<void> ok = check_list(setting, list); !ok) return tl::unexpected(ok.error());
  if (setting.kind == Kind::text_list) return list;
  Paths paths;
  for (const std::string& text : list) {
    if (text.empty()) return fault(setting, "holds an empty path; remove it");
    paths.push_back(resolved(text, base));
  }
  return paths;
}

Result<Value> text_value(const Setting& setting, const std::string& text, const Path& base) {
  if (Result<void> ok = check_text(setting, text); !ok) return tl::unexpected(ok.error());
  if (setting.kind == Kind::path) return resolved(text, base);
  if (setting.kind == Kind::colour) return colour_value(setting, text);
  return text;
}

// What a setting of this kind has to be, for people.
std::string wanted(Kind kind) {
  switch (kind) {
    case Kind::text:
      return "a text in double quotes";
    case Kind::integer:
      return "a whole number";
    case Kind::flag:
      return "true or false";
    case Kind::text_list:
      return "a list of texts: [\"…\", \"…\"]";
    case Kind::path:
      return "a path in double quotes";
    case Kind::path_list:
      return "a list of paths: [\"…\", \"…\"]";
    case Kind::colour:
      return "a colour such as \"#0A4A66\"";
    case Kind::texts:
      return "a table of texts by language: sv = \"…\"";
  }
  return "";
}

struct Checker {
  const Setting& setting;
  const Path& base;

  Result<Value> wrong_type() const { return fault(setting, "must be " + wanted(setting.kind)); }
  bool is(std::initializer_list<Kind> kinds) const {
    return std::find(kinds.begin(), kinds.end(), setting.kind) != kinds.end();
  }

  Result<Value> operator()(const std::string& text) const {
    return is({Kind::text, Kind::path, Kind::colour}) ? text_value(setting, text, base) : wrong_type();
  }
  Result<Value> operator()(std::int64_t number) const {
    return is({Kind::integer}) ? integer_value(setting, number) : wrong_type();
  }
  Result<Value> operator()(bool flag) const { return is({Kind::flag}) ? Result<Value>(flag) : wrong_type(); }
  Result<Value> operator()(const std::vector<std::string>& list) const {
    return is({Kind::text_list, Kind::path_list}) ? list_value(setting, list, base) : wrong_type();
  }
  Result<Value> operator()(const Texts& texts) const {
    return is({Kind::texts}) ? texts_value(setting, texts) : wrong_type();
  }
  Result<Value> operator()(const OtherType& type) const {
    return fault(setting, "must be " + wanted(setting.kind) + ", not " + type.name);
  }
};

std::vector<std::string> split_at_commas(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    parts.emplace_back(text.substr(0, comma));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return parts;
}

Result<Written> read_integer(const Setting& setting, std::string_view text) {
  std::int64_t number = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || at != end) {
    return fault(setting, "must be " + wanted(setting.kind) + ", not " + in_quotes(text));
  }
  return number;
}

Result<Written> read_flag(const Setting& setting, std::string_view text) {
  if (text != "true" && text != "false") {
    return fault(setting, "must be " + wanted(setting.kind) + ", not " + in_quotes(text));
  }
  return text == "true";
}

Result<Written> read_toml_for(const Setting& setting, std::string_view text) {
  Result<Written> written = read_toml_value(text);
  if (!written) return fault(setting, written.error().detail);
  return written;
}

}  // namespace

Result<Value> check_value(const Setting& setting, const Written& written, const Path& base) {
  return std::visit(Checker{setting, base}, written);
}

Result<Written> read_written(const Setting& setting, std::string_view text) {
  switch (setting.kind) {
    case Kind::text:
    case Kind::path:
    case Kind::colour:
      return std::string(text);
    case Kind::integer:
      return read_integer(setting, text);
    case Kind::flag:
      return read_flag(setting, text);
    case Kind::text_list:
    case Kind::path_list:
      if (text.starts_with('[')) return read_toml_for(setting, text);
      return split_at_commas(text);
    case Kind::texts:
      return read_toml_for(setting, text);
  }
  return fault(setting, "is of no known kind");
}

}  // namespace lotsen::config
