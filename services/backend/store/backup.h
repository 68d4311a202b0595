// A copy of the database that is consistent while the server goes on, and its way back. Used by the
// sub-commands. The copy holds personal data (mode 0600) and not the keys: keep backend.keys elsewhere,
// without them nothing that kiosks have sealed can be opened.
#pragma once
#include <filesystem>

#include "services/core/clock.h"
#include "services/core/result.h"

namespace lotsen::store {

// Writes `file` whole or not at all. not_found: nothing to copy; io, full, corrupt.
Result<void> back_up(const std::filesystem::path& data_dir, const std::filesystem::path& file);

// Checks `file` (intact, a backend's, not newer than this program), puts it in place in one step and keeps
// the database that was there as backend.db.before-restore-<ms>. conflict: a server runs on the directory;
// bad_input: not a backup; io.
Result<void> restore(const std::filesystem::path& data_dir, const std::filesystem::path& file, UtcMs now);

}  // namespace lotsen::store
