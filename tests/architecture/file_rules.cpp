#include "tests/architecture/file_rules.h"

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace lotsen::architecture {

namespace {

bool is_test(const std::string& path) {
  return path.starts_with("tests/") && !path.starts_with("tests/bench/");
}

// The rules below quote what they forbid, so they are not held against themselves.
bool is_rule(const std::string& path) {
  return path.starts_with("tests/architecture/");
}

template <class Offends>
Offences cpp_files_that(const SourceFiles& files, const char* what, Offends offends) {
  Offences offences;
  for (const SourceFile& file : files) {
    if (is_cpp(file.path) && offends(file)) offences.push_back(file.path + ": " + what);
  }
  return offences;
}

bool includes(const SourceFile& file, const std::string& prefix) {
  const auto all = includes_of(file);
  return std::any_of(all.begin(), all.end(),
                     [&](const Include& one) { return one.name.starts_with(prefix); });
}

// "# core: the words every folder speaks …", long enough to say something.
bool says_its_purpose(const std::string& cmake_lists) {
  static const std::regex kPurpose(R"(# .{30,})");
  const auto lines = lines_of(cmake_lists);
  return !lines.empty() && std::regex_match(lines.front(), kPurpose);
}

std::string folder_that_must_speak(const std::string& folder) {
  return folder.starts_with("services/backend/") ? "services/backend" : folder;
}

}  // namespace

Offences long_files(const SourceFiles& files, int most_lines) {
  Offences offences;
  for (const SourceFile& file : files) {
    const auto lines = std::count(file.text.begin(), file.text.end(), '\n');
    if (lines > most_lines) offences.push_back(file.path + ": " + std::to_string(lines) + " lines");
  }
  return offences;
}

Offences headers_without_pragma_once(const SourceFiles& files) {
  return cpp_files_that(files, "no #pragma once", [](const SourceFile& file) {
    return is_header(file.path) && file.text.find("\n#pragma once\n") == std::string::npos;
  });
}

Offences headers_without_opening_comment(const SourceFiles& files) {
  return cpp_files_that(files, "does not begin with what it is for", [](const SourceFile& file) {
    return is_header(file.path) && !file.text.starts_with("// ");
  });
}

Offences files_without_final_newline(const SourceFiles& files) {
  Offences offences;
  for (const SourceFile& file : files) {
    if (!file.text.ends_with('\n')) offences.push_back(file.path + ": does not end with a line feed");
  }
  return offences;
}

Offences includes_of_iostream(const SourceFiles& files) {
  return cpp_files_that(files, "includes <iostream>",
                        [](const SourceFile& f) { return includes(f, "iostream"); });
}

Offences sleeps_in_tests(const SourceFiles& files) {
  static const std::regex kSleep(R"(sleep_for|sleep_until|usleep|nanosleep|\bsleep\s*\()");
  return cpp_files_that(files, "sleeps", [](const SourceFile& file) {
    return is_test(file.path) && !is_rule(file.path) && std::regex_search(file.text, kSleep);
  });
}

Offences includes_of_catch_elsewhere(const SourceFiles& files) {
  return cpp_files_that(files, "includes Catch2 itself, not tests/support/catch.h",
                        [](const SourceFile& file) {
                          return file.path != "tests/support/catch.h" && includes(file, "catch2/");
                        });
}

Offences folders_without_purpose(const SourceFiles& files) {
  std::map<std::string, std::string> cmake_lists;
  std::set<std::string> folders;
  for (const SourceFile& file : files) {
    if (file.path.ends_with("/CMakeLists.txt")) cmake_lists[folder_of(file.path)] = file.text;
    if (is_cpp(file.path)) folders.insert(folder_that_must_speak(folder_of(file.path)));
  }
  Offences offences;
  for (const std::string& folder : folders) {
    const auto found = cmake_lists.find(folder);
    if (found == cmake_lists.end())
      offences.push_back(folder + ": no CMakeLists.txt");
    else if (!says_its_purpose(found->second))
      offences.push_back(folder + "/CMakeLists.txt: does not say what for");
  }
  return offences;
}

Offences unexpected_names(const std::vector<std::string>& names) {
  static const std::set<std::string> kExpected = {"CMakeLists.txt", "CMakePresets.json", "README.md",
                                                  "LICENSE", "publiccode.yml", "run.sh", "test.sh", ".ci",
                                                  ".clang-format", ".clang-tidy", ".gitignore", "assets",
                                                  "cmake", "config", "kiosk", "services", "tests",
                                                  // Never committed, but there where git is not asked:
                                                  ".git", "build", ".cache", "compile_commands.json"};
  Offences offences;
  for (const std::string& name : names) {
    if (!kExpected.contains(name)) offences.push_back(name + ": has no place in the root");
  }
  return offences;
}

}  // namespace lotsen::architecture
