#include "tests/unit/config/sample_settings.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("Without a file every setting has its default") {
  const Result<Settings> settings = load_settings(sample_settings(), std::nullopt, {});
  REQUIRE(settings);
  CHECK(settings->text("name") == "Exempelby");
  CHECK(settings->integer("idle.after_s") == 90);
  CHECK_FALSE(settings->flag("screen.windowed"));
  CHECK(settings->list("languages.offered") == std::vector<std::string>{"sv", "en"});
  CHECK(settings->path("data_dir") == "data");
  CHECK(settings->paths("text.fonts").empty());
  CHECK(settings->colour("theme.ink") == Colour{0x14, 0x21, 0x2b});
  CHECK(settings->texts("desk").at("en") == "To the left.");
}

TEST_CASE("A file sets values of every kind") {
  const Result<Settings> settings = SettingsFile(R"(
name = "Åmåls kommun"
mode = "production"
data_dir = "/var/lib/lotsen"
idle.after_s = 120
[screen]
windowed = true
[languages]
offered = ["sv"]
[text]
fonts = ["/a.otf"]
[theme]
ink = "#ffEE00"
[desk]
sv = "Till höger."
ar = "إلى اليمين"
)")
                                        .load();
  REQUIRE(settings);
  CHECK(settings->text("name") == "Åmåls kommun");
  CHECK(settings->text("mode") == "production");
  CHECK(settings->integer("idle.after_s") == 120);
  CHECK(settings->flag("screen.windowed"));
  CHECK(settings->list("languages.offered") == std::vector<std::string>{"sv"});
  CHECK(settings->path("data_dir") == "/var/lib/lotsen");
  CHECK(settings->paths("text.fonts") == Paths{"/a.otf"});
  CHECK(settings->colour("theme.ink") == Colour{0xff, 0xee, 0x00});
  CHECK(settings->texts("desk") == Texts{{"ar", "إلى اليمين"}, {"sv", "Till höger."}});
}

TEST_CASE("Relative paths count from the folder of the file, and an empty one stays empty") {
  const SettingsFile file("data_dir = \"../elsewhere\"\n[text]\nfonts = [\"fonts/a.otf\"]\n");
  const Result<Settings> settings = file.load();
  REQUIRE(settings);
  CHECK(settings->path("data_dir") == file.folder().parent_path() / "elsewhere");
  CHECK(settings->paths("text.fonts") == Paths{file.folder() / "fonts/a.otf"});
  CHECK(SettingsFile("data_dir = \"\"\n").load()->path("data_dir").empty());
}

TEST_CASE("The default of a path counts from the folder of the file too") {
  const SettingsFile file("");
  CHECK(file.load()->path("data_dir") == file.folder() / "data");
}

TEST_CASE("An unknown key is named with its line and the nearest key") {
  CHECK(fault_of("\n[idle]\nafters = 3\n") ==
        "kiosk.toml:3: unknown key \"idle.afters\"; did you mean \"idle.after_s\"?");
  CHECK(fault_of("nme = \"x\"\n") == "kiosk.toml:1: unknown key \"nme\"; did you mean \"name\"?");
}

TEST_CASE("An unknown key that is like no other has no suggestion") {
  CHECK(fault_of("[xylophone]\ntuning = 440\n") == "kiosk.toml:2: unknown key \"xylophone.tuning\"");
  CHECK(fault_of("[xylophone]\n") == "kiosk.toml:1: unknown key \"xylophone\"");
}

TEST_CASE("Of several faults the first in the file is told") {
  CHECK(fault_of("zzzzzzzz = 1\naaaaaaaa = 2\n") == "kiosk.toml:1: unknown key \"zzzzzzzz\"");
}

TEST_CASE("A value of the wrong type is named with what is wanted") {
  CHECK(fault_of("name = 3\n") == "kiosk.toml:1: \"name\" must be a text in double quotes");
  CHECK(fault_of("idle.after_s = \"90\"\n") == "kiosk.toml:1: \"idle.after_s\" must be a whole number");
  CHECK(fault_of("idle.after_s = 90.5\n") ==
        "kiosk.toml:1: \"idle.after_s\" must be a whole number, not a number with decimals");
  CHECK(fault_of("screen.windowed = 1\n") == "kiosk.toml:1: \"screen.windowed\" must be true or false");
  CHECK(fault_of("languages.offered = \"sv\"\n") ==
        "kiosk.toml:1: \"languages.offered\" must be a list of texts: [\"…\", \"…\"]");
  CHECK(fault_of("languages.offered = [\"sv\", 3]\n") ==
        "kiosk.toml:1: \"languages.offered\" must be a list of texts: [\"…\", \"…\"], "
        "not a list of something else than texts");
  CHECK(fault_of("desk = \"here\"\n") ==
        "kiosk.toml:1: \"desk\" must be a table of texts by language: sv = \"…\"");
  CHECK(fault_of("name = 1979-05-27\n") ==
        "kiosk.toml:1: \"name\" must be a text in double quotes, not a date or time");
  CHECK(fault_of("[name]\nx = \"y\"\n") == "kiosk.toml:1: \"name\" must be a text in double quotes");
}

TEST_CASE("A number outside its bounds is refused, the bounds themselves are not") {
  CHECK(fault_of("idle.after_s = 9\n") == "kiosk.toml:1: \"idle.after_s\" must be at least 10, not 9");
  CHECK(fault_of("idle.after_s = 3601\n") == "kiosk.toml:1: \"idle.after_s\" must be at most 3600, not 3601");
  CHECK(SettingsFile("idle.after_s = 10\n").load());
  CHECK(SettingsFile("idle.after_s = 3600\n").load());
}

TEST_CASE("A word that is not allowed is answered with those that are") {
  CHECK(fault_of("mode = \"test\"\n") ==
        "kiosk.toml:1: \"mode\" cannot be \"test\"; it is one of \"demo\", \"production\"");
}

TEST_CASE("A colour is six hexadecimal digits after a number sign") {
  for (const char* wrong : {"#12345", "#1234567", "1234567", "#12345g", "#+12345", "red", ""}) {
    CHECK(fault_of("theme.ink = \"" + std::string(wrong) + "\"\n") ==
          "kiosk.toml:1: \"theme.ink\" must be a colour such as \"#0A4A66\", not \"" + std::string(wrong) +
              "\"");
  }
}

TEST_CASE("Texts by language need Swedish and language codes") {
  CHECK(fault_of("[desk]\nen = \"Left.\"\n") == "kiosk.toml:1: \"desk\" needs a Swedish text: sv = \"…\"");
  CHECK(fault_of("[desk]\nsv = \"Till vänster.\"\nSvenska = \"x\"\n") ==
        "kiosk.toml:1: \"desk\" has a text for \"Svenska\"; write a language code such as \"sv\"");
}

TEST_CASE("Control characters are refused wherever texts are") {
  const std::string mend = " holds a control character; write it on one line";
  CHECK(fault_of("name = \"a\\nb\"\n") == "kiosk.toml:1: \"name\"" + mend);
  CHECK(fault_of("name = \"a\\u0000b\"\n") == "kiosk.toml:1: \"name\"" + mend);
  CHECK(fault_of("name = \"a\\u007Fb\"\n") == "kiosk.toml:1: \"name\"" + mend);
  CHECK(fault_of("languages.offered = [\"s\\tv\"]\n") == "kiosk.toml:1: \"languages.offered\"" + mend);
  CHECK(fault_of("data_dir = \"a\\u001bb\"\n") == "kiosk.toml:1: \"data_dir\"" + mend);
  CHECK(fault_of("desk.sv = \"a\\rb\"\n") == "kiosk.toml:1: \"desk\"" + mend);
}

TEST_CASE("A file that is not TOML is named with the line of the fault") {
  CHECK(fault_of("name = \"a\"\nmode = \n").starts_with("kiosk.toml:2: is not TOML: "));
  CHECK(fault_of("name = \"a\"\nname = \"b\"\n").starts_with("kiosk.toml:2: is not TOML: "));
  CHECK(fault_of("name = \"\xff\xfe\"\n").starts_with("kiosk.toml:1: is not TOML: "));
}

TEST_CASE("A file that cannot be read is named with the reason") {
  const TempFolder folder;
  const Result<Settings> missing = load_settings(sample_settings(), folder.path() / "none.toml", {});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::not_found);
  CHECK(missing.error().detail ==
        (folder.path() / "none.toml").string() + ": cannot be read: No such file or directory");
  const Result<Settings> not_a_file = load_settings(sample_settings(), folder.path(), {});
  REQUIRE_FALSE(not_a_file);
  CHECK(not_a_file.error().detail == folder.path().string() + ": is not a file");
}

TEST_CASE("A file too large to be settings is refused unread") {
  CHECK(fault_of(std::string(1024 * 1024 + 1, '#')) ==
        "kiosk.toml: is larger than 1 MiB; is it the right file?");
}
