// SQLite opened the one way we trust (over SQLiteCpp): WAL, synchronous=FULL, foreign keys, no mmap, one
// connection with an exclusive lock, numbered migrations each in a transaction. Measured reasons: NORMAL loses
// acknowledged rows at a power cut; one exclusive connection sidesteps the WAL-reset bug of SQLite < 3.51.3.
#pragma once
#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "services/core/result.h"

namespace lotsen::storage {

struct Migration {
  int version;            // 1, 2, 3 … without gaps; kept in PRAGMA user_version
  std::string_view sql;
};

struct OpenOptions {
  bool exclusive = true;        // false: other programs may read while it is open (the backend)
  int max_pages = 0;            // PRAGMA max_page_count; 0 = no limit
};

// Opens or creates, runs quick_check, migrates. Errors: io (cannot open, locked by another process), corrupt
// (quick_check failed, or made by a newer version), full.
Result<std::unique_ptr<SQLite::Database>> open_database(const std::filesystem::path& file,
                                                        std::span<const Migration> migrations,
                                                        const OpenOptions& options = {});

// Runs `work` and turns SQLite's exceptions into Results: SQLITE_FULL -> full, CORRUPT/NOTADB -> corrupt, the
// rest -> io. A failed COMMIT means "unknown", not "no".
Result<void> guarded(const std::function<void()>& work);

// As guarded, inside BEGIN IMMEDIATE … COMMIT; rolled back when work throws or COMMIT fails.
Result<void> in_transaction(SQLite::Database& database, const std::function<void()>& work);

}  // namespace lotsen::storage
