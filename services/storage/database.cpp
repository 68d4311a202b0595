#include "services/storage/database.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "services/storage/migrate.h"

namespace lotsen::storage {
namespace {

namespace fs = std::filesystem;
using DatabasePtr = std::unique_ptr<SQLite::Database>;

constexpr int kWaitForOthersMs = 5'000;

// SQLite would create it readable for all; its -wal and -shm take over the mode of the database.
Result<void> create_private(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return fail(ErrorCode::io, std::strerror(errno));
  ::close(fd);
  return {};
}

Result<DatabasePtr> connect(const fs::path& file, int flags, int wait_ms, const std::string& vfs) {
  DatabasePtr database;
  const auto opened =
      guarded([&] { database = std::make_unique<SQLite::Database>(file.string(), flags, wait_ms, vfs); });
  if (!opened) return tl::unexpected(opened.error());
  return database;
}

// The lock goes first: the first look into the file without it would need shared memory.
void set_rules(SQLite::Database& database, const OpenOptions& options) {
  if (options.exclusive) database.exec("PRAGMA locking_mode = EXCLUSIVE");
  database.exec(
      "PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; PRAGMA mmap_size = 0;"
      "PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY");
  // Said again to a database that exists, it would be written, and a full disk would not even open.
  const bool is_new = database.execAndGet("PRAGMA page_count").getInt() == 0;
  if (is_new) database.exec("PRAGMA auto_vacuum = INCREMENTAL");
}

// EXTRA while the journal mode changes: it syncs the folder after the old journal went, which otherwise could
// come back at a power cut and undo the database.
void enter_wal(SQLite::Database& database) {
  database.exec("PRAGMA synchronous = EXTRA");
  const std::string mode = database.execAndGet("PRAGMA journal_mode = WAL").getString();
  if (mode != "wal") {
    throw SQLite::Exception("the file system cannot hold a write-ahead log (mode " + mode + ")");
  }
  database.exec("PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216");
}

void limit_pages(SQLite::Database& database, int max_pages) {
  if (max_pages > 0) database.execAndGet("PRAGMA max_page_count = " + std::to_string(max_pages));
}

Result<void> check(SQLite::Database& database) {
  std::string verdict;
  const auto checked = guarded([&] { verdict = database.execAndGet("PRAGMA quick_check(1)").getString(); });
  if (!checked) return checked;
  if (verdict != "ok") return fail(ErrorCode::corrupt, "quick_check: " + verdict);
  return {};
}

Result<void> prepare(SQLite::Database& database, std::span<const Migration> migrations,
                     const OpenOptions& options) {
  return guarded([&] {
           set_rules(database, options);
           enter_wal(database);
           limit_pages(database, options.max_pages);
         })
      .and_then([&] { return check(database); })
      .and_then([&] { return migrate(database, migrations); });
}

Error about(const fs::path& file, const Error& error) {
  return {error.code, file.string() + " " + error.detail};
}

}  // namespace

Result<DatabasePtr> open_database(const fs::path& file, std::span<const Migration> migrations,
                                  const OpenOptions& options) {
  const auto named = [&](const Error& error) { return about(file, error); };
  if (options.vfs.empty()) {
    if (const auto created = create_private(file); !created) return tl::unexpected(named(created.error()));
  }
  // Who wants it alone has nobody to wait for.
  const int wait_ms = options.exclusive ? 0 : kWaitForOthersMs;
  auto database = connect(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, wait_ms, options.vfs);
  if (!database) return tl::unexpected(named(database.error()));
  if (const auto ready = prepare(**database, migrations, options); !ready) {
    return tl::unexpected(named(ready.error()));
  }
  return database;
}

Result<DatabasePtr> open_to_read(const fs::path& file) {
  const auto named = [&](const Error& error) { return about(file, error); };
  auto database = connect(file, SQLite::OPEN_READONLY, kWaitForOthersMs, {});
  if (!database) return tl::unexpected(named(database.error()));
  const auto ready = guarded([&] {
    (*database)->exec("PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY");
    (*database)->execAndGet("PRAGMA schema_version");  // the first to look into the file
  });
  if (!ready) return tl::unexpected(named(ready.error()));
  return database;
}

}  // namespace lotsen::storage
