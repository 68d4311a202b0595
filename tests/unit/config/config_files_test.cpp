#include "kiosk/shell/kiosk_settings.h"
#include "tests/unit/config/sample_settings.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

const std::filesystem::path kFile = std::filesystem::path(LOTSEN_SOURCE_DIR) / "config/kiosk.toml";

std::string shown(const Settings& settings, const Setting& setting) {
  const std::string_view key = setting.key;
  switch (setting.kind) {
    case Kind::text:
      return settings.text(key);
    case Kind::integer:
      return std::to_string(settings.integer(key));
    case Kind::flag:
      return settings.flag(key) ? "true" : "false";
    case Kind::text_list:
      return Catch::Detail::stringify(settings.list(key));
    case Kind::path:
      return settings.path(key).string();
    case Kind::path_list:
      return Catch::Detail::stringify(settings.paths(key));
    case Kind::colour: {
      const Colour c = settings.colour(key);
      return Catch::Detail::stringify(std::vector<int>{c.red, c.green, c.blue});
    }
    case Kind::texts:
      return Catch::Detail::stringify(settings.texts(key));
  }
  return "";
}

}  // namespace

TEST_CASE("config/kiosk.toml says what the kiosk does without it") {
  const TempFolder folder;
  const Result<Settings> written = load_settings(shell::kiosk_settings(), kFile, {});
  INFO((written ? "" : written.error().detail));
  REQUIRE(written);
  std::filesystem::create_directories(folder.path() / "config");
  std::ofstream(folder.path() / "config/kiosk.toml") << "";
  const Result<Settings> defaults =
      load_settings(shell::kiosk_settings(), folder.path() / "config/kiosk.toml", {});
  REQUIRE(defaults);
  for (const Setting& setting : shell::kiosk_settings()) {
    INFO(setting.key);
    std::string expected = shown(*defaults, setting);
    const std::string root = folder.path().string();
    if (expected.starts_with(root)) expected = LOTSEN_SOURCE_DIR + expected.substr(root.size());
    CHECK(shown(*written, setting) == expected);
  }
}

TEST_CASE("config/kiosk.toml names every setting of the kiosk") {
  std::ifstream in(kFile);
  const std::string text((std::istreambuf_iterator<char>(in)), {});
  for (const Setting& setting : shell::kiosk_settings()) {
    const std::string_view name = setting.key.substr(setting.key.rfind('.') + 1);
    INFO(setting.key);
    const bool value = text.find("\n" + std::string(name) + " = ") != text.npos;
    const bool table = text.find("\n[" + std::string(name) + "]") != text.npos;
    CHECK((value || table));
  }
}

TEST_CASE("The countdown cannot be shorter than the twenty seconds of EN 301 549") {
  const std::vector<std::string> overrides{"idle.countdown_s=19"};
  CHECK_FALSE(load_settings(shell::kiosk_settings(), std::nullopt, overrides));
}

TEST_CASE("The key delays of EN 301 549 can be set: two seconds, one in two seconds, half a second") {
  const std::vector<std::string> overrides{"keys.repeat_delay_ms=2000", "keys.repeat_every_ms=2000",
                                           "keys.ignore_double_ms=500"};
  CHECK(load_settings(shell::kiosk_settings(), std::nullopt, overrides));
}

TEST_CASE("What lies above the highest reach that can be configured is refused") {
  const std::vector<std::string> overrides{"reach.highest_mm=1401"};
  CHECK_FALSE(load_settings(shell::kiosk_settings(), std::nullopt, overrides));
}

TEST_CASE("Every visit begins in Swedish; easy Swedish and English come next") {
  const Result<Settings> defaults = load_settings(shell::kiosk_settings(), std::nullopt, {});
  REQUIRE(defaults);
  const std::vector<std::string>& offered = defaults->list("languages.offered");
  CHECK(offered.size() == 14);
  CHECK(offered.at(0) == "sv");
  CHECK(offered.at(1) == "sv-simple");
  CHECK(offered.at(2) == "en");
}
