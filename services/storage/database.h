// SQLite opened the one way we trust (over SQLiteCpp): WAL, synchronous=FULL, foreign keys, no mmap, one
// connection with an exclusive lock, numbered migrations each in a transaction. Measured reasons: NORMAL
// loses acknowledged rows at a power cut; one exclusive connection sidesteps the WAL-reset bug of SQLite
// < 3.51.3. Called by kiosk/outbox and backend/store. A Database belongs to one thread at a time; every call
// may block for some fsyncs.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "services/core/result.h"

namespace lotsen::storage {

struct Migration {
  int version;  // 1, 2, 3 … without gaps; kept in PRAGMA user_version
  std::string_view sql;
};

struct OpenOptions {
  bool exclusive = true;  // false: other programs may read while it is open (the backend)
  int max_pages = 0;      // PRAGMA max_page_count; 0 = no limit
  std::string vfs = {};   // SQLite's file layer by name; empty = the system's. Tests cut its power.
};

// Opens or creates (mode 0600), runs quick_check, migrates. Errors: io (cannot open, in use by another
// process), corrupt (quick_check failed, or made by a newer version), full. Migrations with a gap are a bug.
Result<std::unique_ptr<SQLite::Database>> open_database(const std::filesystem::path& file,
                                                        std::span<const Migration> migrations,
                                                        const OpenOptions& options = {});

// Opens an existing file for reading beside the program that writes it, as it is: no migration, no check, no
// checkpoint. For backups and salvage. Errors: io, corrupt.
Result<std::unique_ptr<SQLite::Database>> open_to_read(const std::filesystem::path& file);

// A consistent copy of `from` while others write to it. `to` appears whole or not at all (written beside it,
// synced, renamed) and replaces what was there; mode 0600. Errors: io, full, corrupt.
Result<void> back_up(SQLite::Database& from, const std::filesystem::path& to);

// Runs `work` and turns SQLite's exceptions into Results: SQLITE_FULL -> full, CORRUPT/NOTADB -> corrupt, the
// rest -> io. A failed COMMIT means "unknown", not "no".
Result<void> guarded(const std::function<void()>& work);

// As guarded, inside BEGIN IMMEDIATE … COMMIT; rolled back when work throws or COMMIT fails.
Result<void> in_transaction(SQLite::Database& database, const std::function<void()>& work);

}  // namespace lotsen::storage
