// Inside backend/store: the connection and its prepared statements, shared by the parts of SqliteStore.
#pragma once
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "services/storage/database.h"

namespace lotsen::store {

// Keeps statements prepared by their text: preparing one costs more than running it.
class Statements {
 public:
  explicit Statements(SQLite::Database& database) : database_(database) {}

  // Ready to bind. `sql` is a literal of ours.
  SQLite::Statement& ready(const char* sql) {
    std::unique_ptr<SQLite::Statement>& kept = kept_[sql];
    if (!kept) kept = std::make_unique<SQLite::Statement>(database_, sql);
    kept->reset();
    kept->clearBindings();
    return *kept;
  }

 private:
  SQLite::Database& database_;
  std::map<std::string_view, std::unique_ptr<SQLite::Statement>> kept_;
};

// Resets the statement when its rows are read: an open one would hold its read transaction.
class Rows {
 public:
  explicit Rows(SQLite::Statement& statement) : statement_(statement) {}
  ~Rows() { statement_.tryReset(); }
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;
  bool next() { return statement_.executeStep(); }
  std::string text(int column) const { return statement_.getColumn(column).getString(); }
  std::int64_t integer(int column) const { return statement_.getColumn(column).getInt64(); }
  int small(int column) const { return statement_.getColumn(column).getInt(); }
  bool is_null(int column) const { return statement_.isColumnNull(column); }

 private:
  SQLite::Statement& statement_;
};

}  // namespace lotsen::store
