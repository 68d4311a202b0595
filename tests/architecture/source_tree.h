// The files that the rules look at, read once; rules take them as values, so that tests can make up trees.
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace lotsen::architecture {

struct SourceFile {
  std::string path;  // from the root: "kiosk/app/update.h"
  std::string text;
};

using SourceFiles = std::vector<SourceFile>;
using Offences = std::vector<std::string>;  // one line each, beginning with the path

// Everything under kiosk, services, tests and cmake, and what lies in the root itself.
SourceFiles read_tree(const std::filesystem::path& root);

// Names in the root that git knows; all that are there where the tree is no clone.
std::vector<std::string> top_level_names(const std::filesystem::path& root);

std::string folder_of(std::string_view path);  // "kiosk/app/update.h" -> "kiosk/app"
bool is_header(std::string_view path);
bool is_cpp(std::string_view path);      // .h or .cpp
bool is_product(std::string_view path);  // under kiosk or services
std::vector<std::string> lines_of(std::string_view text);

struct Include {
  std::string name;   // "services/core/result.h" or "SDL.h"
  bool ours = false;  // in quotes
};
std::vector<Include> includes_of(const SourceFile& file);

std::string listed(const Offences& offences);  // for a test's message

}  // namespace lotsen::architecture
