// The languages of assets/i18n and of the kiosk.
#pragma once
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace lotsen::tests {

// Each has a catalogue, sorted.
inline std::vector<std::string> translated_languages() {
  std::vector<std::string> codes;
  for (const auto& file : std::filesystem::directory_iterator(LOTSEN_PO_FOLDER)) {
    if (file.path().extension() == ".po") codes.push_back(file.path().stem().string());
  }
  std::sort(codes.begin(), codes.end());
  return codes;
}

inline std::filesystem::path mo_of(const std::string& language) {
  return std::filesystem::path(LOTSEN_MO_FOLDER) / (language + ".mo");
}

}  // namespace lotsen::tests
