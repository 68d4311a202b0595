#include "kiosk/outbox/sqlite_outbox.h"

#include "kiosk/outbox/ballast.h"
#include "kiosk/outbox/salvage.h"
#include "kiosk/outbox/schema.h"

namespace lotsen::outbox {
namespace {

namespace fs = std::filesystem;
using DatabasePtr = std::unique_ptr<SQLite::Database>;

constexpr std::size_t kMaxBodyBytes = 256 * 1024;  // what the backend takes
constexpr int kPagesKeptForReceipts = 256;         // beyond max_pages: an acknowledgement must always fit
constexpr std::int64_t kPageBytes = 4096;
constexpr int kPagesBesideBody = 4;
constexpr std::int64_t kRoomPercent = 80;
// On a full disk the log must still fit into the database, with no more room than the ballast's.
constexpr const char* kShortLog = "PRAGMA wal_autocheckpoint = 128";

class SqliteOutbox : public Outbox {
 public:
  SqliteOutbox(DatabasePtr database, Ballast ballast, const SqliteOutboxOptions& options, fs::path file)
      : database_(std::move(database)),
        ballast_(std::move(ballast)),
        options_(options),
        file_(std::move(file)) {}

  Result<void> put(const Record& record) override;
  Result<std::vector<Record>> pending(int limit) override;
  Result<std::optional<Record>> find_pending(const SubmissionId& id) override;
  Result<void> acknowledge(const Receipt& receipt) override;
  Result<void> quarantine(const SubmissionId& id, const std::string& reason) override;
  Result<Counts> counts() override;
  Result<bool> has_room() override;

 private:
  enum class Standing { unknown, same, other };
  using Bind = std::function<void(SQLite::Statement&)>;

  Result<Standing> standing_of(const Record& record);
  Result<void> put_new(const Record& record);
  Result<std::int64_t> used_pages();
  Result<std::int64_t> seq_of(const char* table, const SubmissionId& id);  // 0 = none
  Result<std::vector<Record>> select_pending(const std::string& which, const Bind& bind);
  Result<void> quarantine_row(std::int64_t seq, const std::string& reason);
  Result<void> change_even_when_full(const std::function<void()>& work);
  bool has_disk_room() const;
  void regain_room();
  void insert_receipt(const Receipt& receipt, std::int64_t mark);
  void replace_by_receipt(std::int64_t seq, const Receipt& receipt);

  DatabasePtr database_;
  Ballast ballast_;
  SqliteOutboxOptions options_;
  fs::path file_;
};

bool same(const Record& a, const Record& b) {
  return a.id == b.id && a.reference == b.reference && a.body == b.body && a.signature == b.signature &&
         a.created == b.created;
}

Result<SqliteOutbox::Standing> SqliteOutbox::standing_of(const Record& record) {
  Standing standing = Standing::unknown;
  const auto judge = [&](bool is_same) { standing = is_same ? Standing::same : Standing::other; };
  const auto read = storage::guarded([&] {
    SQLite::Statement kept(*database_, std::string("SELECT ") + kRowColumns + " FROM records WHERE id = ?");
    kept.bind(1, record.id.value);
    if (kept.executeStep()) return judge(same(read_row(kept).record, record));
    SQLite::Statement gone(*database_, "SELECT mark FROM receipts WHERE id = ?");
    gone.bind(1, record.id.value);
    if (gone.executeStep()) judge(gone.getColumn(0).getInt64() == mark_of(record));
  });
  if (!read) return tl::unexpected(read.error());
  return standing;
}

Result<void> SqliteOutbox::put(const Record& record) {
  if (record.id.value.empty() || record.body.empty() || record.body.size() > kMaxBodyBytes) {
    return fail(ErrorCode::bad_input, "a record wants an id and a body of at most 256 KiB");
  }
  const Result<Standing> standing = standing_of(record);
  if (!standing) return tl::unexpected(standing.error());
  switch (*standing) {
    case Standing::same:
      return {};
    case Standing::other:
      return fail(ErrorCode::conflict, "the id " + record.id.value + " is another record's");
    case Standing::unknown:
      return put_new(record);
  }
  return {};
}

Result<void> SqliteOutbox::put_new(const Record& record) {
  const Result<std::int64_t> used = used_pages();
  if (!used) return tl::unexpected(used.error());
  const std::int64_t wanted = static_cast<std::int64_t>(record.body.size()) / kPageBytes + kPagesBesideBody;
  if (*used + wanted > options_.max_pages) {
    return fail(ErrorCode::full, "the outbox has reached its limit");
  }
  return storage::in_transaction(*database_, [&] { insert_record(*database_, record); });
}

Result<std::int64_t> SqliteOutbox::used_pages() {
  std::int64_t used = 0;
  const auto read = storage::guarded([&] {
    used = database_->execAndGet("PRAGMA page_count").getInt64() -
           database_->execAndGet("PRAGMA freelist_count").getInt64();
  });
  if (!read) return tl::unexpected(read.error());
  return used;
}

// A record that is no longer what was put in can never be delivered, and must not hold up the others.
Result<std::vector<Record>> SqliteOutbox::select_pending(const std::string& which, const Bind& bind) {
  std::vector<Record> records;
  std::vector<std::int64_t> damaged;
  const auto read = storage::guarded([&] {
    SQLite::Statement rows(*database_, std::string("SELECT ") + kRowColumns +
                                           " FROM records WHERE seq NOT IN (SELECT seq FROM quarantined) " +
                                           which);
    bind(rows);
    while (rows.executeStep()) {
      Row row = read_row(rows);
      if (!row.whole) damaged.push_back(row.seq);
      if (row.whole) records.push_back(std::move(row.record));
    }
  });
  if (!read) return tl::unexpected(read.error());
  for (const std::int64_t seq : damaged)
    static_cast<void>(quarantine_row(seq, "damaged on the kiosk's disk"));
  return records;
}

Result<std::vector<Record>> SqliteOutbox::pending(int limit) {
  return select_pending("ORDER BY seq LIMIT max(?, 0)",
                        [&](SQLite::Statement& rows) { rows.bind(1, limit); });
}

Result<std::optional<Record>> SqliteOutbox::find_pending(const SubmissionId& id) {
  return select_pending("AND id = ?", [&](SQLite::Statement& rows) { rows.bind(1, id.value); })
      .map([](std::vector<Record> found) {
        return found.empty() ? std::nullopt : std::optional<Record>(std::move(found.front()));
      });
}

Result<std::int64_t> SqliteOutbox::seq_of(const char* table, const SubmissionId& id) {
  std::int64_t seq = 0;
  const auto read = storage::guarded([&] {
    SQLite::Statement rows(*database_, std::string("SELECT seq FROM ") + table + " WHERE id = ?");
    rows.bind(1, id.value);
    if (rows.executeStep()) seq = rows.getColumn(0).getInt64();
  });
  if (!read) return tl::unexpected(read.error());
  return seq;
}

// A full disk refuses deletes too, until the ballast is given up.
Result<void> SqliteOutbox::change_even_when_full(const std::function<void()>& work) {
  Result<void> changed = storage::in_transaction(*database_, work);
  if (!changed && changed.error().code == ErrorCode::full) {
    ballast_.give_up();
    changed = storage::in_transaction(*database_, work);
  }
  if (changed) regain_room();
  return changed;
}

bool SqliteOutbox::has_disk_room() const {
  return ballast_.is_there() && free_bytes_beside(file_) >= options_.min_free_bytes;
}

// Gives the log's room and free pages back to the file system first, since they may be all there is.
void SqliteOutbox::regain_room() {
  if (has_disk_room()) return;
  static_cast<void>(storage::guarded([&] {
    database_->execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
    database_->exec("PRAGMA incremental_vacuum");
    database_->execAndGet("PRAGMA wal_checkpoint(TRUNCATE)");
  }));
  ballast_.take(options_.min_free_bytes);
}

void SqliteOutbox::insert_receipt(const Receipt& receipt, std::int64_t mark) {
  SQLite::Statement insert(*database_,
                           "INSERT INTO receipts(id, reference, digest, received, signature, mark) "
                           "VALUES(?, ?, ?, ?, ?, ?)");
  insert.bind(1, receipt.id.value);
  insert.bind(2, receipt.reference.value);
  insert.bind(3, receipt.digest);
  insert.bind(4, receipt.received);
  insert.bind(5, receipt.signature);
  insert.bind(6, mark);
  insert.exec();
  SQLite::Statement forget(*database_, "DELETE FROM receipts WHERE seq <= ? - ?");
  forget.bind(1, database_->getLastInsertRowid());
  forget.bind(2, options_.kept_receipts);
  forget.exec();
}

// The record goes first, so that the receipt finds room in its pages.
void SqliteOutbox::replace_by_receipt(std::int64_t seq, const Receipt& receipt) {
  SQLite::Statement mark(*database_, "SELECT mark FROM records WHERE seq = ?");
  mark.bind(1, seq);
  mark.executeStep();
  const std::int64_t value = mark.getColumn(0).getInt64();
  mark.reset();
  SQLite::Statement remove(*database_, "DELETE FROM records WHERE seq = ?");
  remove.bind(1, seq);
  remove.exec();
  insert_receipt(receipt, value);
}

Result<void> SqliteOutbox::acknowledge(const Receipt& receipt) {
  const Result<std::int64_t> kept = seq_of("records", receipt.id);
  if (!kept) return tl::unexpected(kept.error());
  if (*kept != 0) return change_even_when_full([&] { replace_by_receipt(*kept, receipt); });
  const Result<std::int64_t> done = seq_of("receipts", receipt.id);
  if (!done) return tl::unexpected(done.error());
  if (*done == 0) return fail(ErrorCode::not_found, "no record has the id " + receipt.id.value);
  return {};
}

Result<void> SqliteOutbox::quarantine(const SubmissionId& id, const std::string& reason) {
  const Result<std::int64_t> kept = seq_of("records", id);
  if (!kept) return tl::unexpected(kept.error());
  if (*kept == 0) return fail(ErrorCode::not_found, "no record has the id " + id.value);
  return quarantine_row(*kept, reason);
}

Result<void> SqliteOutbox::quarantine_row(std::int64_t seq, const std::string& reason) {
  return change_even_when_full([&] {
    SQLite::Statement insert(*database_, "INSERT OR IGNORE INTO quarantined(seq, reason) VALUES(?, ?)");
    insert.bind(1, seq);
    insert.bind(2, reason);
    insert.exec();
  });
}

Result<Counts> SqliteOutbox::counts() {
  Counts counts;
  const auto read = storage::guarded([&] {
    counts.quarantined = database_->execAndGet("SELECT count(*) FROM quarantined").getInt();
    counts.pending = database_->execAndGet("SELECT count(*) FROM records").getInt() - counts.quarantined;
    SQLite::Statement oldest(*database_,
                             "SELECT created FROM records WHERE seq NOT IN (SELECT seq FROM quarantined) "
                             "ORDER BY seq LIMIT 1");
    if (oldest.executeStep()) counts.oldest_pending = oldest.getColumn(0).getInt64();
  });
  if (!read) return tl::unexpected(read.error());
  return counts;
}

Result<bool> SqliteOutbox::has_room() {
  regain_room();
  return used_pages().map([&](std::int64_t used) {
    const bool pages_left = used * 100 < options_.max_pages * kRoomPercent;
    return pages_left && has_disk_room();
  });
}

struct Opened {
  DatabasePtr database;
  OpenReport report;
};

Result<Opened> open_or_rebuild(const fs::path& file, const storage::OpenOptions& options, Ballast& ballast,
                               const Clock& clock) {
  auto database = storage::open_database(file, migrations(), options);
  if (database) return Opened{std::move(*database), {}};
  if (database.error().code != ErrorCode::corrupt || made_by_newer_version(file)) {
    return tl::unexpected(database.error());
  }
  ballast.give_up();  // the new file needs room beside the damaged one
  Result<OpenReport> report = rebuild(file, clock);
  if (!report) return tl::unexpected(report.error());
  database = storage::open_database(file, migrations(), options);
  if (!database) return tl::unexpected(database.error());
  return Opened{std::move(*database), std::move(*report)};
}

storage::OpenOptions storage_options(const SqliteOutboxOptions& options) {
  storage::OpenOptions result;
  result.max_pages = options.max_pages + kPagesKeptForReceipts;
  result.vfs = options.vfs;
  return result;
}

}  // namespace

Result<OpenedOutbox> open_outbox(const fs::path& file, const SqliteOutboxOptions& options,
                                 const Clock& clock) {
  if (const auto finished = finish_rebuild(file); !finished) return tl::unexpected(finished.error());
  Ballast ballast(fs::path(file).replace_extension(".ballast"), options.ballast_bytes);
  auto opened = open_or_rebuild(file, storage_options(options), ballast, clock);
  if (!opened) return tl::unexpected(opened.error());
  ballast.take(options.min_free_bytes);
  if (const auto told = storage::guarded([&] { opened->database->exec(kShortLog); }); !told) {
    return tl::unexpected(told.error());
  }
  auto outbox =
      std::make_unique<SqliteOutbox>(std::move(opened->database), std::move(ballast), options, file);
  return OpenedOutbox{std::move(outbox), std::move(opened->report)};
}

}  // namespace lotsen::outbox
