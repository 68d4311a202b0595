// The command line, the same for both programs: --config FILE, --set key=value (repeatable), --version and
// --help always, and the program's own flags. Called once by main, which prints the error's one line on
// standard error and ends with kUsageStatus.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "services/config/settings.h"
#include "services/core/result.h"

namespace lotsen::config {

inline constexpr int kUsageStatus = 2;

// A flag of the program's own, `--visit FILE` or `--visit=FILE`.
struct Flag {
  std::string_view name;   // "visit"
  std::string_view value;  // "FILE": what --help calls its value; empty when it takes none
  std::string_view help;
};

// Words beside the flags, such as `backup FILE`.
struct Words {
  std::size_t most = 0;
  std::string_view usage;  // "[backup FILE | restore FILE]"
};

struct CommandLine {
  std::optional<std::filesystem::path> config;
  std::vector<std::string> overrides;  // of --set, in order, for load_settings
  bool version = false;
  bool help = false;
  std::map<std::string, std::string, std::less<>> flags;  // the program's own; of a repeated one the last
  std::vector<std::string> words;

  bool has(std::string_view flag) const { return flags.contains(flag); }
  std::optional<std::string> value(std::string_view flag) const;
};

// bad_input: `unknown flag "--confg"; did you mean "--config"?` and the like.
Result<CommandLine> parse_command_line(int argc, const char* const* argv, std::span<const Flag> flags,
                                       const Words& words = {});

// What --help prints: usage, flags, and all settings with default and meaning.
std::string help_text(std::string_view program, std::string_view summary, std::span<const Flag> flags,
                      std::span<const Setting> settings, const Words& words = {});

// Where forms, catalogues and the sample configuration are installed: ../share/lotsen beside the program's
// folder, wherever the program lies.
std::filesystem::path data_folder();

}  // namespace lotsen::config
