// The only user of toml++: a file as a flat list of keys, each with its line. Used inside this folder only.
#pragma once
#include "services/config/value.h"

namespace lotsen::config {

struct Entry {
  std::string key;  // "idle.after_s"
  std::uint32_t line = 0;
  Written value;
};

// In the order of the file. Errors name the file as it was given, and the line.
Result<std::vector<Entry>> read_toml(const std::filesystem::path& file, std::span<const Setting> known);

// One TOML value, such as ["sv", "en"].
Result<Written> read_toml_value(std::string_view text);

}  // namespace lotsen::config
