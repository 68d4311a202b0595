// Reading .mo files. For services/i18n alone.
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "services/core/result.h"

namespace lotsen::i18n {

// The bytes of a .mo file, once every text has been found to lie within it (Boost.Locale trusts the offsets)
// and to be UTF-8, so that nothing is left that Boost.Locale could throw at. The hash table is switched off:
// Boost.Locale then reads all texts at once. Errors: not_found, corrupt.
Result<std::vector<char>> read_mo(const std::filesystem::path& file);

// The translation of the empty key, of bytes that read_mo gave: "Language: sv\nX-Own-Name: Svenska\n…".
std::string_view header_of(const std::vector<char>& mo);

}  // namespace lotsen::i18n
