// Reading .mo files. For services/i18n alone.
#pragma once
#include <filesystem>
#include <vector>

#include "services/core/result.h"

namespace lotsen::i18n {

// The bytes of a .mo file, once every text has been found to lie within it: Boost.Locale trusts the offsets.
// The hash table is switched off, so that Boost.Locale reads all texts at once and not one when it is asked
// for, where it would throw. Errors: not_found, corrupt.
Result<std::vector<char>> read_mo(const std::filesystem::path& file);

}  // namespace lotsen::i18n
