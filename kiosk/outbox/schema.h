// The outbox's tables and how a record lies in them; for sqlite_outbox.cpp and salvage.cpp.
#pragma once
#include <cstdint>
#include <span>

#include "kiosk/outbox/outbox.h"
#include "services/storage/database.h"

namespace lotsen::outbox {

std::span<const storage::Migration> migrations();

// FNV-1a of a whole record: tells records apart after their bodies went, and a damaged one from a whole one.
// Not against malice: that is what the envelope's signature is for.
std::int64_t mark_of(const Record& record);

struct Row {
  std::int64_t seq = 0;
  Record record;
  bool whole = false;  // as it was put in
};
extern const char* const kRowColumns;  // what read_row expects, in its order
Row read_row(SQLite::Statement& rows);

// Throws SQLite::Exception. seq 0 = the next one.
void insert_record(SQLite::Database& database, const Record& record, std::int64_t seq = 0);

}  // namespace lotsen::outbox
