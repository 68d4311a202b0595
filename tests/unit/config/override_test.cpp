#include "tests/unit/config/sample_settings.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

Settings with(const std::string& given) {
  const Result<Settings> settings = SettingsFile("name = \"from the file\"\n").load({given});
  INFO((settings ? "" : settings.error().detail));
  REQUIRE(settings);
  return *settings;
}

std::string fault_of_override(const std::string& given) {
  return SettingsFile("").fault({given});
}

}  // namespace

TEST_CASE("An override comes after the file, and the last one counts") {
  CHECK(with("name=other").text("name") == "other");
  CHECK(SettingsFile("").load({"name=a", "name=b"})->text("name") == "b");
}

TEST_CASE("An override sets values of every kind without quotes") {
  CHECK(with("name=Åmål = bra").text("name") == "Åmål = bra");
  CHECK(with("name=").text("name").empty());
  CHECK(with("idle.after_s=60").integer("idle.after_s") == 60);
  CHECK(with("screen.windowed=true").flag("screen.windowed"));
  CHECK(with("languages.offered=en,sv").list("languages.offered") == std::vector<std::string>{"en", "sv"});
  CHECK(with("languages.offered=[\"en\"]").list("languages.offered") == std::vector<std::string>{"en"});
  CHECK(with("theme.ink=#000000").colour("theme.ink") == Colour{0, 0, 0});
}

TEST_CASE("A path given as an override counts from the current folder") {
  CHECK(with("data_dir=build/x").path("data_dir") == std::filesystem::current_path() / "build/x");
  CHECK(with("data_dir=/x").path("data_dir") == "/x");
}

TEST_CASE("An override can change one language of a text or all of it") {
  const Settings one = with("desk.en=Ahead.");
  CHECK(one.texts("desk") == Texts{{"en", "Ahead."}, {"sv", "Till vänster."}});
  CHECK(with("desk.sv-simple=Gå till disken.").texts("desk").at("sv-simple") == "Gå till disken.");
  CHECK(with("desk={ sv = \"Rakt fram.\" }").texts("desk") == Texts{{"sv", "Rakt fram."}});
}

TEST_CASE("A wrong override gives one line that names it") {
  CHECK(fault_of_override("idle.afters=3") ==
        "--set idle.afters: unknown key \"idle.afters\"; did you mean \"idle.after_s\"?");
  CHECK(fault_of_override("name") == "--set name: has no \"=\"; write key=value");
  CHECK(fault_of_override("idle.after_s=ninety") ==
        "--set idle.after_s: \"idle.after_s\" must be a whole number, not \"ninety\"");
  CHECK(fault_of_override("idle.after_s=90x") ==
        "--set idle.after_s: \"idle.after_s\" must be a whole number, not \"90x\"");
  CHECK(fault_of_override("idle.after_s=99999999999999999999") ==
        "--set idle.after_s: \"idle.after_s\" must be a whole number, not \"99999999999999999999\"");
  CHECK(fault_of_override("idle.after_s=5") ==
        "--set idle.after_s: \"idle.after_s\" must be at least 10, not 5");
  CHECK(fault_of_override("screen.windowed=yes") ==
        "--set screen.windowed: \"screen.windowed\" must be true or false, not \"yes\"");
  CHECK(fault_of_override("desk.swedish!=x") ==
        "--set desk.swedish!: \"desk\" has a text for \"swedish!\"; write a language code such as \"sv\"");
  CHECK(fault_of_override("languages.offered=[oops") ==
        "--set languages.offered: \"languages.offered\" is not a TOML value; write texts in double quotes");
  CHECK(fault_of_override("name=a\nb") ==
        "--set name: \"name\" holds a control character; write it on one line");
}

TEST_CASE("TOML after an override cannot smuggle in a second key") {
  CHECK(fault_of_override("languages.offered=[\"sv\"]\nname = \"x\"") ==
        "--set languages.offered: \"languages.offered\" is not a TOML value; write texts in double quotes");
}

TEST_CASE("A key with control characters does not break the line") {
  CHECK(fault_of_override("na\nme=x").find('\n') == std::string::npos);
}
