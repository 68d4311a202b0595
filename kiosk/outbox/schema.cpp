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
    seq INTEGER PRIMARY KEY REFERENCES records(seq) ON DELETE CASCADE,
    reason TEXT NOT NULL) STRICT;
  CREATE TABLE receipts(
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    reference TEXT NOT NULL,
    digest TEXT NOT NULL,
    received INTEGER NOT NULL,
    signature TEXT NOT NULL,
    mark INTEGER NOT NULL) STRICT;
)sql"}}};

void mix(std::uint64_t& mark, std::string_view text) {
  for (const char c : text) {
    mark ^= static_cast<unsigned char>(c);
    mark *= 0x100000001b3;
  }
}

}  // namespace

const char* const kRowColumns = "seq, id, reference, created, signature, mark, body";

std::span<const storage::Migration> migrations() {
  return kMigrations;
}

std::int64_t mark_of(const Record& record) {
  std::uint64_t mark = 0xcbf29ce484222325;
  for (const std::string& field :
       {record.id.value, record.reference.value, std::to_string(record.created), record.signature}) {
    mix(mark, field);
    mix(mark, "\n");
  }
  mix(mark, record.body);
  return static_cast<std::int64_t>(mark);
}

Row read_row(SQLite::Statement& rows) {
  Row row;
  row.seq = rows.getColumn(0).getInt64();
  row.record.id = {rows.getColumn(1).getString()};
  row.record.reference = {rows.getColumn(2).getString()};
  row.record.created = rows.getColumn(3).getInt64();
  row.record.signature = rows.getColumn(4).getString();
  row.record.body = rows.getColumn(6).getString();
  row.whole = mark_of(row.record) == rows.getColumn(5).getInt64();
  return row;
}

void insert_record(SQLite::Database& database, const Record& record, std::int64_t seq) {
  SQLite::Statement insert(database, std::string("INSERT INTO records(") + kRowColumns +
                                         ") VALUES(nullif(?, 0), ?, ?, ?, ?, ?, ?)");
  insert.bind(1, seq);
  insert.bind(2, record.id.value);
  insert.bind(3, record.reference.value);
  insert.bind(4, record.created);
  insert.bind(5, record.signature);
  insert.bind(6, mark_of(record));
  insert.bind(7, record.body.data(), static_cast<int>(record.body.size()));
  insert.exec();
}

}  // namespace lotsen::outbox
