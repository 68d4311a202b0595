#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>
#include <regex>
#include <set>
#include <sstream>

namespace lotsen::architecture {

namespace fs = std::filesystem;

namespace {

std::string read_file(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

bool is_text_of_ours(const fs::path& file) {
  static const std::set<std::string> kExtensions = {".h", ".cpp", ".sh", ".cmake", ".js", ".css", ".html"};
  return kExtensions.contains(file.extension().string()) || file.filename() == "CMakeLists.txt";
}

void read_folder(const fs::path& root, const fs::path& folder, SourceFiles& files) {
  if (!fs::exists(folder)) return;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || !is_text_of_ours(entry.path())) continue;
    files.push_back({fs::relative(entry.path(), root).generic_string(), read_file(entry.path())});
  }
}

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  std::string output;
  for (int c = 0; pipe && (c = std::fgetc(pipe.get())) != EOF;) output += static_cast<char>(c);
  return output;
}

std::set<std::string> names_on_disk(const fs::path& root) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(root)) names.insert(entry.path().filename().string());
  return names;
}

}  // namespace

SourceFiles read_tree(const fs::path& root) {
  SourceFiles files;
  for (const char* folder : {"kiosk", "services", "tests", "cmake"}) read_folder(root, root / folder, files);
  for (const auto& entry : fs::directory_iterator(root)) {
    if (entry.is_regular_file() && is_text_of_ours(entry.path()))
      files.push_back({entry.path().filename().string(), read_file(entry.path())});
  }
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
  return files;
}

std::vector<std::string> top_level_names(const fs::path& root) {
  std::set<std::string> names;
  const std::string command = "git -c safe.directory='*' -C '" + root.string() + "' ls-files 2>/dev/null";
  for (const std::string& path : lines_of(output_of(command))) names.insert(path.substr(0, path.find('/')));
  if (names.empty()) names = names_on_disk(root);
  return {names.begin(), names.end()};
}

std::string folder_of(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash));
}

bool is_header(std::string_view path) {
  return path.ends_with(".h");
}
bool is_cpp(std::string_view path) {
  return is_header(path) || path.ends_with(".cpp");
}
bool is_product(std::string_view path) {
  return path.starts_with("kiosk/") || path.starts_with("services/");
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::istringstream stream{std::string(text)};
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::vector<Include> includes_of(const SourceFile& file) {
  static const std::regex kInclude(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"].*)");
  std::vector<Include> includes;
  for (const std::string& line : lines_of(file.text)) {
    std::smatch match;
    if (std::regex_match(line, match, kInclude)) includes.push_back({match[2], match[1] == "\""});
  }
  return includes;
}

std::string listed(const Offences& offences) {
  std::string text;
  for (const std::string& offence : offences) text += "\n  " + offence;
  return text;
}

}  // namespace lotsen::architecture
