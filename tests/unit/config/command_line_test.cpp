#include "services/config/command_line.h"

#include "tests/support/catch.h"
#include "tests/unit/config/sample_settings.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

constexpr Flag kFlags[] = {{"visit", "FILE", "Run a visit script."}, {"windowed", "", "Open a window."}};

Result<CommandLine> parse(std::vector<const char*> arguments, const Words& words = {}) {
  arguments.insert(arguments.begin(), "lotsen-kiosk");
  return parse_command_line(static_cast<int>(arguments.size()), arguments.data(), kFlags, words);
}

std::string fault_of_flags(const std::vector<const char*>& arguments) {
  const Result<CommandLine> line = parse(arguments);
  REQUIRE_FALSE(line);
  CHECK(line.error().code == ErrorCode::bad_input);
  return line.error().detail;
}

}  // namespace

TEST_CASE("No arguments are a command line too") {
  const Result<CommandLine> line = parse({});
  REQUIRE(line);
  CHECK_FALSE(line->config);
  CHECK(line->overrides.empty());
  CHECK_FALSE(line->help);
  CHECK_FALSE(line->version);
  CHECK(parse_command_line(0, nullptr, kFlags));
}

TEST_CASE("A value may follow its flag after a space or an equals sign") {
  CHECK(parse({"--config", "a.toml"})->config == "a.toml");
  CHECK(parse({"--config=a.toml"})->config == "a.toml");
  CHECK(parse({"--visit", "a.visit"})->value("visit") == "a.visit");
  CHECK(parse({"--visit=a=b.visit"})->value("visit") == "a=b.visit");
}

TEST_CASE("Overrides are kept in their order") {
  CHECK(parse({"--set", "a=1", "--set=b=2"})->overrides == std::vector<std::string>{"a=1", "b=2"});
}

TEST_CASE("Flags without a value are there or not") {
  const Result<CommandLine> line = parse({"--windowed", "--version", "--help"});
  REQUIRE(line);
  CHECK(line->has("windowed"));
  CHECK_FALSE(line->has("visit"));
  CHECK_FALSE(line->value("visit"));
  CHECK(line->version);
  CHECK(line->help);
}

TEST_CASE("An unknown flag is answered with the nearest") {
  CHECK(fault_of_flags({"--confg", "x"}) == "unknown flag \"--confg\"; did you mean \"--config\"?");
  CHECK(fault_of_flags({"--widowed"}) == "unknown flag \"--widowed\"; did you mean \"--windowed\"?");
  CHECK(fault_of_flags({"-help"}) == "unknown flag \"-help\"; did you mean \"--help\"?");
  CHECK(fault_of_flags({"--entirely-different"}) == "unknown flag \"--entirely-different\"");
  CHECK(fault_of_flags({"--confg=x"}) == "unknown flag \"--confg\"; did you mean \"--config\"?");
}

TEST_CASE("A flag without its value says which it needs") {
  CHECK(fault_of_flags({"--config"}) == "--config needs a value: --config FILE");
  CHECK(fault_of_flags({"--visit="}) == "--visit needs a value: --visit FILE");
  CHECK(fault_of_flags({"--visit", "--windowed"}) == "--visit needs a value: --visit FILE");
}

TEST_CASE("A value for a flag that takes none is refused") {
  CHECK(fault_of_flags({"--windowed=yes"}) == "--windowed takes no value");
}

TEST_CASE("Words are taken only as many as the program has use for") {
  CHECK(fault_of_flags({"backup"}) == "unexpected \"backup\"; see --help");
  const Words two{2, "[backup FILE]"};
  CHECK(parse({"backup", "--windowed", "a.db"}, two)->words == std::vector<std::string>{"backup", "a.db"});
  CHECK(parse({"backup", "--", "--odd"}, two)->words == std::vector<std::string>{"backup", "--odd"});
  CHECK_FALSE(parse({"a", "b", "c"}, two));
}

TEST_CASE("Help names every flag and every setting with default and meaning") {
  const std::string text = help_text("lotsen-kiosk", "A kiosk.", kFlags, sample_settings(), {1, "[WORD]"});
  CHECK(text.find("Usage: lotsen-kiosk [flags] [WORD]\n") != text.npos);
  for (const char* flag : {"--config FILE", "--set key=value", "--version", "--help", "--visit FILE"}) {
    CHECK(text.find(flag) != text.npos);
  }
  for (const Setting& setting : sample_settings()) {
    CHECK(text.find("  " + std::string(setting.key) + "  (") != text.npos);
    CHECK(text.find(std::string(setting.help)) != text.npos);
    CHECK(text.find("Default: " + std::string(setting.default_value)) != text.npos);
  }
  CHECK(text.find("(number, at least 10, at most 3600)") != text.npos);
  CHECK(text.find("(text: demo | production)") != text.npos);
}

TEST_CASE("The data folder lies beside the folder of the program") {
  const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe");
  CHECK(data_folder() == program.parent_path().parent_path() / "share/lotsen");
}
