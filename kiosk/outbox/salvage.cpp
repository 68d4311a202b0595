#include "kiosk/outbox/salvage.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <set>

#include "kiosk/outbox/schema.h"

namespace lotsen::outbox {
namespace {

namespace fs = std::filesystem;

// Where the file itself cannot say how many records it ever had.
constexpr std::int64_t kAssumedLast = 100'000;

fs::path sibling(const fs::path& file, const std::string& suffix) {
  return file.parent_path() / (file.stem().string() + suffix + file.extension().string());
}

fs::path with(const fs::path& file, const char* ending) {
  return {file.string() + ending};
}

Result<void> io_error(const fs::path& file, std::string_view what) {
  return fail(ErrorCode::io, file.string() + ": " + std::string(what) + ": " + std::strerror(errno));
}

Result<void> sync_folder_of(const fs::path& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return io_error(folder, "cannot be opened");
  const bool synced = ::fsync(fd) == 0;
  const Result<void> result = synced ? Result<void>{} : io_error(folder, "cannot be synced");
  ::close(fd);
  return result;
}

// A second name for the same bytes: needs no room, and the first stays until the new file stands.
Result<fs::path> set_aside(const fs::path& file, const Clock& clock) {
  fs::path aside;
  for (UtcMs time = clock.utc_ms();; ++time) {
    aside = sibling(file, ".corrupt-" + std::to_string(time));
    if (::link(file.c_str(), aside.c_str()) == 0) break;
    if (errno != EEXIST) return tl::unexpected(io_error(file, "cannot be set aside").error());
  }
  if (::link(with(file, "-wal").c_str(), with(aside, "-wal").c_str()) != 0 && errno != ENOENT) {
    return tl::unexpected(io_error(file, "its log cannot be set aside").error());
  }
  return sync_folder_of(file).map([&] { return aside; });
}

void remove_database(const fs::path& file) {
  for (const char* ending : {"", "-wal", "-shm"}) ::unlink(with(file, ending).c_str());
}

std::int64_t last_seq(SQLite::Database& from) {
  std::int64_t last = 0;
  for (const char* sql :
       {"SELECT seq FROM sqlite_sequence WHERE name = 'records'", "SELECT max(seq) FROM records"}) {
    static_cast<void>(storage::guarded([&] { last = std::max(last, from.execAndGet(sql).getInt64()); }));
  }
  return last > 0 ? std::min(last, 10 * kAssumedLast) : kAssumedLast;
}

// Nothing when there is none of this number, or it lies on a damaged page, or is not what was put in.
std::optional<Record> read_whole(SQLite::Statement& one, std::int64_t seq) {
  std::optional<Record> whole;
  static_cast<void>(storage::guarded([&] {
    one.bind(1, seq);
    if (!one.executeStep()) return;
    Row row = read_row(one);
    if (row.whole) whole = std::move(row.record);
  }));
  one.tryReset();
  return whole;
}

// Each record by its own number: a damaged page hides its own records only. Damage can show one twice.
int copy_records(SQLite::Database& from, SQLite::Database& to) {
  std::optional<SQLite::Statement> one;
  static_cast<void>(storage::guarded(
      [&] { one.emplace(from, std::string("SELECT ") + kRowColumns + " FROM records WHERE seq = ?"); }));
  if (!one) return 0;
  std::set<SubmissionId> copied;
  const std::int64_t last = last_seq(from);
  for (std::int64_t seq = 1; seq <= last; ++seq) {
    const std::optional<Record> whole = read_whole(*one, seq);
    if (whole && copied.insert(whole->id).second) insert_record(to, *whole, seq);
  }
  return static_cast<int>(copied.size());
}

// Rows up to the first that cannot be read. What is lost here costs a refused or repeated delivery, no
// record.
void copy_rows(SQLite::Database& from, SQLite::Database& to, const std::string& select,
               const std::string& insert) {
  static_cast<void>(storage::guarded([&] {
    SQLite::Statement read(from, select);
    while (read.executeStep()) {
      SQLite::Statement write(to, insert);
      for (int i = 0; i < read.getColumnCount(); ++i) {
        if (read.getColumn(i).isInteger()) {
          write.bind(i + 1, read.getColumn(i).getInt64());
        } else {
          write.bind(i + 1, read.getColumn(i).getString());
        }
      }
      write.exec();
    }
  }));
}

int copy_all(SQLite::Database& from, SQLite::Database& to) {
  const int copied = copy_records(from, to);
  copy_rows(from, to, "SELECT seq, reason FROM quarantined",
            "INSERT OR IGNORE INTO quarantined SELECT ?1, ?2 WHERE ?1 IN (SELECT seq FROM records)");
  copy_rows(from, to, "SELECT id, reference, digest, received, signature, mark FROM receipts",
            "INSERT OR IGNORE INTO receipts(id, reference, digest, received, signature, mark) "
            "VALUES(?, ?, ?, ?, ?, ?)");
  return copied;
}

// writable_schema lets SQLite look into a file that is cut short or whose schema does not parse; read-only,
// so that nothing can be written all the same.
std::unique_ptr<SQLite::Database> open_damaged(const fs::path& file) {
  std::unique_ptr<SQLite::Database> database;
  static_cast<void>(storage::guarded([&] {
    database = std::make_unique<SQLite::Database>(file.string(), SQLite::OPEN_READONLY);
    database->exec("PRAGMA trusted_schema = OFF; PRAGMA mmap_size = 0; PRAGMA writable_schema = ON");
  }));
  return database;
}

Result<int> read_out(const fs::path& damaged, SQLite::Database& to) {
  const auto from = open_damaged(damaged);
  if (!from) return 0;  // nothing in it can be read at all
  int copied = 0;
  const auto done = storage::in_transaction(to, [&] { copied = copy_all(*from, to); });
  if (!done) return tl::unexpected(done.error());
  return copied;
}

// A reader that may not write leaves its shared memory behind, and an empty log where there was none.
void tidy_after_reading(const fs::path& damaged) {
  ::unlink(with(damaged, "-shm").c_str());
  std::error_code none;
  if (fs::file_size(with(damaged, "-wal"), none) == 0) ::unlink(with(damaged, "-wal").c_str());
}

// In a file of its own, closed whole: the rename that follows must not leave a log behind.
Result<int> build(const fs::path& damaged, const fs::path& target) {
  remove_database(target);
  auto to = storage::open_database(target, migrations());
  if (!to) return tl::unexpected(to.error());
  const Result<int> copied = read_out(damaged, **to);
  tidy_after_reading(damaged);
  if (!copied) return copied;
  const auto settled = storage::guarded([&] { (*to)->execAndGet("PRAGMA wal_checkpoint(TRUNCATE)"); });
  if (!settled) return tl::unexpected(settled.error());
  return copied;
}

Result<void> rename_durably(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return io_error(to, "cannot be put in place");
  return sync_folder_of(to);
}

}  // namespace

bool made_by_newer_version(const fs::path& file) {
  const auto database = storage::open_to_read(file);
  if (!database) return false;
  bool newer = false;
  const auto read = storage::guarded([&] {
    newer = (*database)->execAndGet("PRAGMA quick_check(1)").getString() == "ok" &&
            (*database)->execAndGet("PRAGMA user_version").getInt() > static_cast<int>(migrations().size());
  });
  return read && newer;
}

Result<OpenReport> rebuild(const fs::path& file, const Clock& clock) {
  OpenReport report;
  report.was_corrupt = true;
  const Result<fs::path> aside = set_aside(file, clock);
  if (!aside) return tl::unexpected(aside.error());
  report.set_aside = *aside;
  const fs::path unfinished = sibling(file, ".rebuilding");
  const Result<int> copied = build(*aside, unfinished);
  if (!copied) return tl::unexpected(copied.error());
  report.salvaged = *copied;
  return rename_durably(unfinished, sibling(file, ".rebuilt"))
      .and_then([&] { return finish_rebuild(file); })
      .map([&] { return report; });
}

Result<void> finish_rebuild(const fs::path& file) {
  const fs::path rebuilt = sibling(file, ".rebuilt");
  if (::access(rebuilt.c_str(), F_OK) != 0) return {};
  // Before the rename: replayed into the new file, the old log would destroy it.
  ::unlink(with(file, "-wal").c_str());
  ::unlink(with(file, "-shm").c_str());
  return sync_folder_of(file).and_then([&] { return rename_durably(rebuilt, file); });
}

}  // namespace lotsen::outbox
