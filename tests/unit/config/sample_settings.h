// One setting of each kind, and a way to read them from a text.
#pragma once
#include <array>
#include <fstream>
#include <string>
#include <vector>

#include "services/config/settings.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {

using namespace config;  // NOLINT: the tests speak of nothing else

inline const std::array<Setting, 9>& sample_settings() {
  static const std::array<Setting, 9> settings{
      Setting{.key = "name", .kind = Kind::text, .default_value = "Exempelby", .help = "A name."},
      Setting{.key = "mode",
              .kind = Kind::text,
              .default_value = "demo",
              .help = "How.",
              .allowed = {"demo", "production"}},
      Setting{"idle.after_s", Kind::integer, "90", "Seconds.", 10, 3600},
      Setting{.key = "screen.windowed", .kind = Kind::flag, .default_value = "false", .help = "A window."},
      Setting{.key = "languages.offered",
              .kind = Kind::text_list,
              .default_value = R"(["sv", "en"])",
              .help = "Languages."},
      Setting{.key = "data_dir", .kind = Kind::path, .default_value = "data", .help = "A folder."},
      Setting{.key = "text.fonts", .kind = Kind::path_list, .default_value = "[]", .help = "Files."},
      Setting{.key = "theme.ink", .kind = Kind::colour, .default_value = "#14212B", .help = "Text."},
      Setting{.key = "desk",
              .kind = Kind::texts,
              .default_value = R"({ sv = "Till vänster.", en = "To the left." })",
              .help = "Where."},
  };
  return settings;
}

class SettingsFile {
 public:
  explicit SettingsFile(const std::string& toml) { std::ofstream(path()) << toml; }
  std::filesystem::path path() const { return folder_.path() / "kiosk.toml"; }
  std::filesystem::path folder() const { return folder_.path(); }
  Result<Settings> load(const std::vector<std::string>& overrides = {}) const {
    return load_settings(sample_settings(), path(), overrides);
  }
  // The fault without the name of the temporary folder: `kiosk.toml:1: …`.
  std::string fault(const std::vector<std::string>& overrides = {}) const {
    const Result<Settings> loaded = load(overrides);
    REQUIRE_FALSE(loaded);
    CHECK(loaded.error().code == ErrorCode::bad_input);
    const std::string& detail = loaded.error().detail;
    CHECK(detail.find('\n') == std::string::npos);
    const std::string folder = folder_.path().string() + "/";
    return detail.starts_with(folder) ? detail.substr(folder.size()) : detail;
  }

 private:
  TempFolder folder_;
};

inline std::string fault_of(const std::string& toml) {
  return SettingsFile(toml).fault();
}

}  // namespace lotsen::tests
