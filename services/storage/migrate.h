// Numbered migrations, for open_database alone.
#pragma once
#include <span>

#include "services/storage/database.h"

namespace lotsen::storage {

// Applies those above PRAGMA user_version, each in a transaction that also sets it. corrupt: the database was
// made by a newer version. A gap in the numbers is a bug and terminates.
Result<void> migrate(SQLite::Database& database, std::span<const Migration> migrations);

}  // namespace lotsen::storage
