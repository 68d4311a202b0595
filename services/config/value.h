// From what was written to a checked value of a setting. Used inside this folder only.
#pragma once
#include "services/config/settings.h"

namespace lotsen::config {

// What a TOML value may be, before its setting is known.
struct OtherType {
  std::string name;  // "a date", "a table": types no setting takes
};
using Written = std::variant<std::string, std::int64_t, bool, std::vector<std::string>, Texts, OtherType>;

// The value, or what is wrong with it, without its place: `"idle.after_s" must be a whole number`.
Result<Value> check_value(const Setting& setting, const Written& written, const std::filesystem::path& base);

// As after --set and in the tables of settings: plain text for most kinds, TOML for lists and texts.
Result<Written> read_written(const Setting& setting, std::string_view text);

}  // namespace lotsen::config
