#include "services/backend/store/backup.h"

#include <fcntl.h>
#include <unistd.h>

#include "services/backend/store/data_lock.h"
#include "services/backend/store/migrations.h"
#include "services/backend/store/sqlite_store.h"

namespace lotsen::store {
namespace fs = std::filesystem;
namespace {

tl::unexpected<Error> cannot(const std::string& what, const fs::path& path, const std::error_code& fault) {
  return fail(ErrorCode::io, "cannot " + what + " " + path.string() + ": " + fault.message());
}

Result<void> sync(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  const bool done = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (done) return {};
  return fail(ErrorCode::io, "cannot write " + path.string() + " to the disk");
}

fs::path folder_of(const fs::path& file) {
  return fs::absolute(file).parent_path();
}

// The name that a copy has until it is whole.
fs::path unfinished(const fs::path& file) {
  fs::path path = file;
  return path += ".part";
}

Result<void> put_in_place(const fs::path& from, const fs::path& to) {
  if (Result<void> synced = sync(from); !synced) return synced;
  std::error_code fault;
  fs::rename(from, to, fault);
  if (fault) return cannot("write", to, fault);
  return sync(folder_of(to));
}

Result<void> check_copy(const fs::path& file) {
  std::string verdict;
  int version = 0;
  bool has_cases = false;
  const Result<void> read = storage::guarded([&] {
    SQLite::Database database(file.string(), SQLite::OPEN_READWRITE);
    verdict = database.execAndGet("PRAGMA integrity_check(1)").getString();
    version = database.execAndGet("PRAGMA user_version").getInt();
    has_cases = database.tableExists("cases");
  });
  const std::string name = file.string();
  if (!read) return fail(ErrorCode::bad_input, name + " is not a readable backup: " + read.error().detail);
  if (verdict != "ok") return fail(ErrorCode::bad_input, name + " is damaged: " + verdict);
  if (!has_cases || version < 1)
    return fail(ErrorCode::bad_input, name + " is not a backup of lotsen-backend");
  if (version > migrations().back().version) {
    return fail(ErrorCode::bad_input, name + " was made by a newer lotsen-backend (schema " +
                                          std::to_string(version) + "); restore it with that one");
  }
  return {};
}

// Brings what lies in the -wal into the database, so that the one file is all of it. A damaged database
// cannot do that; its -wal then goes aside under the matching name.
void fold_in_wal(const fs::path& database) {
  const Result<void> ignored = storage::guarded([&] {
    SQLite::Database open(database.string(), SQLite::OPEN_READWRITE);
    open.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  });
}

Result<void> keep_aside(const fs::path& database, UtcMs now) {
  std::error_code fault;
  if (!fs::exists(database, fault)) return {};
  fold_in_wal(database);
  fs::path aside = database;
  aside += ".before-restore-" + std::to_string(now);
  // A second name, not a move: the directory has a database at every moment.
  fs::create_hard_link(database, aside, fault);
  if (fault) return cannot("keep the old database as", aside, fault);
  fs::rename(database.string() + "-wal", aside.string() + "-wal", fault);
  fs::remove(database.string() + "-shm", fault);
  return {};
}

Result<void> take_copy(const fs::path& from, const fs::path& to) {
  std::error_code fault;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, fault);
  if (fault) return cannot("copy to", to, fault);
  fs::permissions(to, fs::perms::owner_read | fs::perms::owner_write, fault);
  if (fault) return cannot("protect", to, fault);
  return {};
}

}  // namespace

Result<void> back_up(const fs::path& data_dir, const fs::path& file) {
  const fs::path database = data_dir / kDatabaseName;
  std::error_code ignored;
  if (!fs::exists(database, ignored))
    return fail(ErrorCode::not_found, "no database at " + database.string());
  auto open = storage::open_to_read(database);
  if (!open) return tl::unexpected(open.error());
  return storage::back_up(**open, file);
}

Result<void> restore(const fs::path& data_dir, const fs::path& file, UtcMs now) {
  const Result<DataLock> lock = DataLock::take(data_dir);
  if (!lock) return fail(lock.error().code, lock.error().detail + "; stop it before restoring");
  std::error_code fault;
  if (!fs::exists(file, fault)) return fail(ErrorCode::not_found, "no such file: " + file.string());
  const fs::path database = data_dir / kDatabaseName;
  const fs::path part = unfinished(database);
  Result<void> done = take_copy(file, part);
  if (done) done = check_copy(part);  // the copy, which nobody else can change any more
  if (done) done = keep_aside(database, now);
  if (done) done = put_in_place(part, database);
  if (!done) fs::remove(part, fault);
  return done;
}

}  // namespace lotsen::store
