#include "services/storage/migrate.h"

#include <cstdlib>

namespace lotsen::storage {
namespace {

void terminate_on_gaps(std::span<const Migration> migrations) {
  int expected = 1;
  for (const Migration& migration : migrations) {
    if (migration.version != expected++) std::abort();
  }
}

Result<int> version_of(SQLite::Database& database) {
  int version = 0;
  const auto read = guarded([&] { version = database.execAndGet("PRAGMA user_version").getInt(); });
  if (!read) return tl::unexpected(read.error());
  return version;
}

Result<void> apply(SQLite::Database& database, const Migration& migration) {
  return in_transaction(database,
                        [&] {
                          database.exec(std::string(migration.sql));
                          database.exec("PRAGMA user_version = " + std::to_string(migration.version));
                        })
      .map_error([&](const Error& error) {
        return Error{error.code, "migration " + std::to_string(migration.version) + ": " + error.detail};
      });
}

}  // namespace

Result<void> migrate(SQLite::Database& database, std::span<const Migration> migrations) {
  terminate_on_gaps(migrations);
  const Result<int> version = version_of(database);
  if (!version) return tl::unexpected(version.error());
  const int known = static_cast<int>(migrations.size());
  if (*version > known) {
    return fail(ErrorCode::corrupt, "made by a newer version: its schema is " + std::to_string(*version) +
                                        ", this program knows " + std::to_string(known));
  }
  for (const Migration& migration : migrations) {
    if (migration.version <= *version) continue;
    if (const auto applied = apply(database, migration); !applied) return applied;
  }
  return {};
}

}  // namespace lotsen::storage
