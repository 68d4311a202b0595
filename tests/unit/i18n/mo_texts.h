// What a .mo file holds, entry by entry: for the tests that look at every text of every language.
#pragma once
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace lotsen::tests {

struct MoText {
  std::string key;
  std::string plural_key;                 // empty for a text that has no plural
  std::vector<std::string> translations;  // one, or one for each plural form
};

struct MoFile {
  std::string header;
  std::vector<MoText> texts;
};

// Throws std::runtime_error for a file that cannot be read.
MoFile read_mo_file(const std::filesystem::path& file);

// The bytes of a file with this header and one entry, whose plural forms are "0", "1" … up to "9".
std::string mo_with_numbered_forms(const std::string& header);

}  // namespace lotsen::tests
