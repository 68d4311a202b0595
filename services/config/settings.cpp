#include "services/config/settings.h"

#include <algorithm>
#include <cstdlib>

#include "services/config/nearest.h"
#include "services/config/toml_reader.h"
#include "services/config/value.h"

namespace lotsen::config {
namespace {

using Values = std::map<std::string, Value, std::less<>>;

const Setting* find_setting(std::span<const Setting> known, std::string_view key) {
  const auto found = std::find_if(known.begin(), known.end(), [&](const Setting& s) { return s.key == key; });
  return found == known.end() ? nullptr : &*found;
}

Error at(const std::string& place, const Error& error) {
  return {error.code, place + ": " + error.detail};
}

tl::unexpected<Error> unknown_key(std::span<const Setting> known, std::string_view key) {
  std::vector<std::string_view> keys;
  for (const Setting& setting : known) keys.push_back(setting.key);
  return fail(ErrorCode::bad_input, "unknown key " + in_quotes(key) + did_you_mean(key, keys));
}

Result<Value> value_of(const Setting& setting, std::string_view text, const std::filesystem::path& base) {
  const Result<Written> written = read_written(setting, text);
  if (!written) return tl::unexpected(written.error());
  return check_value(setting, *written, base);
}

// A default that does not hold is a fault of the program's own table: a bug.
Values defaults(std::span<const Setting> known, const std::filesystem::path& base) {
  Values values;
  for (const Setting& setting : known) {
    Result<Value> value = value_of(setting, setting.default_value, base);
    if (!value) std::abort();
    values.emplace(setting.key, std::move(*value));
  }
  return values;
}

// Where the file really lies: it may be reached by a link from the installed data folder.
std::filesystem::path folder_of(const std::filesystem::path& file) {
  std::error_code ignored;
  return std::filesystem::weakly_canonical(file, ignored).parent_path();
}

Result<void> apply_file(Values& values, std::span<const Setting> known, const std::filesystem::path& file) {
  const Result<std::vector<Entry>> entries = read_toml(file, known);
  if (!entries) return tl::unexpected(entries.error());
  for (const Entry& entry : *entries) {
    const std::string place = file.string() + ":" + std::to_string(entry.line);
    const Setting* setting = find_setting(known, entry.key);
    Result<Value> value = setting == nullptr ? unknown_key(known, entry.key)
                                             : check_value(*setting, entry.value, folder_of(file));
    if (!value) return tl::unexpected(at(place, value.error()));
    values.insert_or_assign(entry.key, std::move(*value));
  }
  return {};
}

// "desk.sv=Till vänster": one language of a texts setting, the others stay as they are.
Result<Value> with_language(const Setting& setting, const Value& before, std::string_view language,
                            std::string_view text) {
  Texts texts = std::get<Texts>(before);
  texts.insert_or_assign(std::string(language), std::string(text));
  return check_value(setting, texts, {});
}

Result<void> apply_override(Values& values, std::span<const Setting> known, std::string_view given) {
  const std::size_t equals = given.find('=');
  if (equals == given.npos) return fail(ErrorCode::bad_input, "has no \"=\"; write key=value");
  const std::string_view key = given.substr(0, equals);
  const std::string_view text = given.substr(equals + 1);
  const std::string_view section = key.substr(0, key.rfind('.'));
  const Setting* setting = find_setting(known, key);
  const Setting* whole = find_setting(known, section);
  if (setting != nullptr) {
    std::error_code ignored;
    Result<Value> value = value_of(*setting, text, std::filesystem::current_path(ignored));
    if (!value) return tl::unexpected(value.error());
    values.insert_or_assign(std::string(key), std::move(*value));
    return {};
  }
  if (whole == nullptr || whole->kind != Kind::texts || section == key) return unknown_key(known, key);
  Value& before = values.find(section)->second;
  Result<Value> value = with_language(*whole, before, key.substr(section.size() + 1), text);
  if (!value) return tl::unexpected(value.error());
  before = std::move(*value);
  return {};
}

template <class T>
const T& get(const Values& values, std::string_view key) {
  const auto found = values.find(key);
  if (found == values.end() || !std::holds_alternative<T>(found->second)) std::abort();
  return std::get<T>(found->second);
}

Result<Values> load(std::span<const Setting> known, const std::optional<std::filesystem::path>& file,
                    std::span<const std::string> overrides) {
  Values values = defaults(known, file ? folder_of(*file) : std::filesystem::path());
  if (file) {
    if (Result<void> ok = apply_file(values, known, *file); !ok) return tl::unexpected(ok.error());
  }
  for (const std::string& given : overrides) {
    const Result<void> ok = apply_override(values, known, given);
    if (!ok) return tl::unexpected(at("--set " + given.substr(0, given.find('=')), ok.error()));
  }
  return values;
}

}  // namespace

const std::string& Settings::text(std::string_view key) const {
  return get<std::string>(values_, key);
}
std::int64_t Settings::integer(std::string_view key) const {
  return get<std::int64_t>(values_, key);
}
bool Settings::flag(std::string_view key) const {
  return get<bool>(values_, key);
}
const std::vector<std::string>& Settings::list(std::string_view key) const {
  return get<std::vector<std::string>>(values_, key);
}
const std::filesystem::path& Settings::path(std::string_view key) const {
  return get<std::filesystem::path>(values_, key);
}
const Paths& Settings::paths(std::string_view key) const {
  return get<Paths>(values_, key);
}
Colour Settings::colour(std::string_view key) const {
  return get<Colour>(values_, key);
}
const Texts& Settings::texts(std::string_view key) const {
  return get<Texts>(values_, key);
}

Result<Settings> load_settings(std::span<const Setting> known,
                               const std::optional<std::filesystem::path>& file,
                               std::span<const std::string> overrides) {
  Result<Values> values = load(known, file, overrides);
  // File names and keys come from outside: whatever they hold, a fault stays one line.
  if (!values) return fail(values.error().code, printable(values.error().detail));
  return Settings(std::move(*values));
}

}  // namespace lotsen::config
