#include "services/storage/database.h"

namespace lotsen::storage {
namespace {

// SQLite's primary result codes, from its file format documentation; sqlite3.h stays inside SQLiteCpp.
constexpr int kBusy = 5;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kNotADatabase = 26;

Error error_of(const SQLite::Exception& exception) {
  switch (exception.getErrorCode()) {
    case kFull:
      return {ErrorCode::full, exception.what()};
    case kCorrupt:
    case kNotADatabase:
      return {ErrorCode::corrupt, exception.what()};
    case kBusy:
      return {ErrorCode::io, std::string("is in use by another process: ") + exception.what()};
    default:
      return {ErrorCode::io, std::string(exception.what()) + " (SQLite " +
                                 std::to_string(exception.getExtendedErrorCode()) + ")"};
  }
}

}  // namespace

Result<void> guarded(const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const SQLite::Exception& exception) {
    return tl::unexpected(error_of(exception));
  }
}

Result<void> in_transaction(SQLite::Database& database, const std::function<void()>& work) {
  return guarded([&] {
    // Its destructor rolls back unless commit() came through.
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    work();
    transaction.commit();
  });
}

}  // namespace lotsen::storage
