// Looking for texts in all writable memory of another process (heap, stacks, libraries' data) and in files.
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace lotsen::tests {

struct Remnant {
  std::string text;      // one of those looked for
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE"
  std::string place;     // "[heap] 7f12…" or a file; enough to look there with a debugger
};

// Every place where one of the texts lies, as UTF-8 or UTF-16. Throws when the memory cannot be read.
std::vector<Remnant> remnants_in_memory(pid_t process, const std::vector<std::string>& texts);
std::vector<Remnant> remnants_in_files(const std::filesystem::path& folder,
                                       const std::vector<std::string>& texts);

// One a line, for INFO.
std::string to_text(const std::vector<Remnant>& remnants);

}  // namespace lotsen::tests
