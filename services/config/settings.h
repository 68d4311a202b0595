// Settings: what a program can be told, declared as one table per program (kiosk/shell/kiosk_settings.h, the
// backend's own) and read from defaults, then a TOML file, then `--set key=value`. Read by main at start; the
// result is a value that may be handed to any thread. Nothing here logs.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "services/core/result.h"

namespace lotsen::config {

enum class Kind {
  text,
  integer,
  flag,
  text_list,
  path,  // relative paths: see load_settings; "" stays empty
  path_list,
  colour,  // "#RRGGBB"
  texts,   // a table of texts by language, [desk] sv = "…" en = "…"; Swedish is required
};

// One line of a program's table of settings.
struct Setting {
  std::string_view key;  // "backend.url"
  Kind kind = Kind::text;
  std::string_view default_value;  // as written after --set; lists and texts as TOML
  std::string_view help;           // one sentence for --help
  std::int64_t least = INT64_MIN;  // integers
  std::int64_t most = INT64_MAX;
  std::vector<std::string_view> allowed = {};  // text and text_list: only these words, when not empty
};

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  bool operator==(const Colour&) const = default;
};

using Texts = std::map<std::string, std::string>;  // by language code
using Paths = std::vector<std::filesystem::path>;
using Value = std::variant<std::string, std::int64_t, bool, std::vector<std::string>, std::filesystem::path,
                           Paths, Colour, Texts>;

// Checked values of all known settings. Asking for a key that the table does not declare, or as another kind
// than it declares, is a bug and terminates.
class Settings {
 public:
  explicit Settings(std::map<std::string, Value, std::less<>> values) : values_(std::move(values)) {}

  const std::string& text(std::string_view key) const;
  std::int64_t integer(std::string_view key) const;
  bool flag(std::string_view key) const;
  const std::vector<std::string>& list(std::string_view key) const;
  const std::filesystem::path& path(std::string_view key) const;
  const Paths& paths(std::string_view key) const;
  Colour colour(std::string_view key) const;
  const Texts& texts(std::string_view key) const;

 private:
  std::map<std::string, Value, std::less<>> values_;
};

// `file`: none means defaults and overrides only. `overrides`: "idle.after_s=60", "desk.sv=Till vänster",
// "languages.offered=sv,en". Relative paths count from the folder of the file, those of an override from the
// current folder. The first fault ends it: bad_input, not_found or io with one line for the person who
// wrote it, such as `config/kiosk.toml:12: unknown key "idle.afters"; did you mean "idle.after_s"?`.
Result<Settings> load_settings(std::span<const Setting> known,
                               const std::optional<std::filesystem::path>& file,
                               std::span<const std::string> overrides);

}  // namespace lotsen::config
