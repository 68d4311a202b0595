// A secret key's file: 8 bytes saying which kind, the key, and a BLAKE2b checksum, since a key with a flipped
// bit would sign and seal what nobody can check or open.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "services/core/result.h"

namespace lotsen::sealing {

// Fills `key` from the file. When there is none, `make` fills it first and the file is written: mode 0600,
// synced, and whole or not at all. Of two processes that make it at once one wins and both get its key.
// Errors: io (cannot read or write, or others may read it), corrupt (another size, kind or checksum).
Result<void> read_or_make_key(const std::filesystem::path& file, std::string_view kind,
                              std::span<std::uint8_t> key, const std::function<void()>& make);

}  // namespace lotsen::sealing
