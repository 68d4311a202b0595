#include "kiosk/outbox/schema.h"

#include <array>

namespace lotsen::outbox {
namespace {

// A quarantined record keeps its place in `records`, so that quarantining rewrites no body.
constexpr std::array<storage::Migration, 1> kMigrations = {{{1, R"sql(
  CREATE TABLE records(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL,
    created INTEGER NOT NULL,
    signature TEXT NOT NULL,
    mark INTEGER NOT NULL,
    body BLOB NOT NULL) STRICT;
  CREATE TABLE quarantined(
    id TEXT NOT NULL PRIMARY KEY REFERENCES records(id) ON DELETE CASCADE,
    reason TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE receipts(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL,
    digest TEXT NOT NULL,
    received INTEGER NOT NULL,
    signature TEXT NOT NULL,
    mark INTEGER NOT NULL) STRICT;
)sql"}}};

}  // namespace

const char* const kRecordColumns = "seq, id, reference, created, signature, mark, body";

std::span<const storage::Migration> migrations() {
  return kMigrations;
}

std::int64_t mark_of(std::string_view body) {
  std::uint64_t mark = 0xcbf29ce484222325;
  for (const char c : body) {
    mark ^= static_cast<unsigned char>(c);
    mark *= 0x100000001b3;
  }
  return static_cast<std::int64_t>(mark);
}

Record read_record(SQLite::Statement& row) {
  Record record;
  record.id = {row.getColumn(1).getString()};
  record.reference = {row.getColumn(2).getString()};
  record.created = row.getColumn(3).getInt64();
  record.signature = row.getColumn(4).getString();
  record.body = row.getColumn(6).getString();
  return record;
}

std::int64_t read_mark(SQLite::Statement& row) {
  return row.getColumn(5).getInt64();
}

void insert_record(SQLite::Database& database, const Record& record, std::int64_t seq) {
  SQLite::Statement insert(database, std::string("INSERT INTO records(") + kRecordColumns +
                                         ") VALUES(nullif(?, 0), ?, ?, ?, ?, ?, ?)");
  insert.bind(1, seq);
  insert.bind(2, record.id.value);
  insert.bind(3, record.reference.value);
  insert.bind(4, record.created);
  insert.bind(5, record.signature);
  insert.bind(6, mark_of(record.body));
  insert.bind(7, record.body.data(), static_cast<int>(record.body.size()));
  insert.exec();
}

}  // namespace lotsen::outbox
