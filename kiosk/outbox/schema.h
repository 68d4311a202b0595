// The outbox's tables and how a record lies in them; for sqlite_outbox.cpp and salvage.cpp.
#pragma once
#include <cstdint>
#include <span>

#include "kiosk/outbox/outbox.h"
#include "services/storage/database.h"

namespace lotsen::outbox {

std::span<const storage::Migration> migrations();

// FNV-1a of a body: tells bodies apart after they went, and a damaged one from a whole one. Not against
// malice: that is what the envelope's signature is for.
std::int64_t mark_of(std::string_view body);

// "seq, id, reference, created, signature, mark, body", as read_record and read_mark expect a row.
extern const char* const kRecordColumns;
Record read_record(SQLite::Statement& row);
std::int64_t read_mark(SQLite::Statement& row);

// Throws SQLite::Exception. seq 0 = the next one.
void insert_record(SQLite::Database& database, const Record& record, std::int64_t seq = 0);

}  // namespace lotsen::outbox
