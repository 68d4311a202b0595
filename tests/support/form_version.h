// The version of a form's file, for tests of delivered forms: it rises with every change of their texts, so
// no test may know the number.
#pragma once
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace lotsen::tests {

inline constexpr std::string_view kVersionKey = "\"version\": ";

// As it stands in the file.
inline std::string version_text(int version) {
  return std::string(kVersionKey) + std::to_string(version);
}

// Throws when the file has none.
inline int form_version(const std::filesystem::path& file) {
  std::ifstream in(file);
  const std::string text(std::istreambuf_iterator<char>(in), {});
  const std::size_t at = text.find(kVersionKey);
  if (at == text.npos) throw std::runtime_error("no version in " + file.string());
  return std::stoi(text.substr(at + kVersionKey.size()));
}

}  // namespace lotsen::tests
