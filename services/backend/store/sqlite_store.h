// SqliteStore: the Store in one SQLite file, <data_dir>/backend.db. The opened answers lie in it as they are:
// the data directory is 0700 and the file 0600; whoever runs the backend encrypts the disk.
// One connection, on one thread; other programs (backup, register-kiosk) may open the file beside it.
#pragma once
#include <filesystem>
#include <memory>

#include "services/backend/store/store.h"

namespace lotsen::store {

inline constexpr const char* kDatabaseName = "backend.db";

// Makes the data directory when it is missing. Errors of storage::open_database.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& data_dir);

// The same beside a running server: never checkpoints, so that the server stays the only one that does
// (two checkpointing writers can meet the WAL-reset bug of SQLite before 3.51.3).
Result<std::unique_ptr<Store>> open_sqlite_store_beside(const std::filesystem::path& data_dir);

}  // namespace lotsen::store
