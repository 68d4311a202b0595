#include "services/storage/database.h"

#include <sys/stat.h>

#include <array>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace lotsen::storage {
namespace {

using tests::TempFolder;

constexpr std::array<Migration, 1> kNotes = {
    {{1, "CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT UNIQUE)"}}};

std::unique_ptr<SQLite::Database> open_notes(const std::filesystem::path& file,
                                             const OpenOptions& options = {}) {
  auto database = open_database(file, kNotes, options);
  if (!database) FAIL(database.error().detail);
  return std::move(*database);
}

Error error_opening(const std::filesystem::path& file, const OpenOptions& options = {}) {
  const auto database = open_database(file, kNotes, options);
  REQUIRE_FALSE(database);
  return database.error();
}

std::string pragma(SQLite::Database& database, const std::string& name) {
  return database.execAndGet("PRAGMA " + name).getString();
}

void overwrite(const std::filesystem::path& file, std::streamoff at, std::size_t count, char byte) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(at);
  stream << std::string(count, byte);
}

}  // namespace

TEST_CASE("A database is opened by the rules that lose nothing at a power cut") {
  const TempFolder folder;
  const auto database = open_notes(folder.path() / "a.db", {.exclusive = GENERATE(true, false)});
  CHECK(pragma(*database, "journal_mode") == "wal");
  CHECK(pragma(*database, "synchronous") == "2");  // FULL
  CHECK(pragma(*database, "foreign_keys") == "1");
  CHECK(pragma(*database, "mmap_size") == "0");
  CHECK(pragma(*database, "secure_delete") == "1");
  CHECK(pragma(*database, "trusted_schema") == "0");
}

TEST_CASE("A database and its log are private to the program's user") {
  const TempFolder folder;
  const auto database = open_notes(folder.path() / "a.db");
  database->exec("INSERT INTO notes(text) VALUES('x')");
  for (const char* name : {"a.db", "a.db-wal"}) {
    struct stat facts {};
    REQUIRE(stat((folder.path() / name).c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
  }
}

TEST_CASE("What was written is there when the database is opened again") {
  const TempFolder folder;
  open_notes(folder.path() / "a.db")->exec("INSERT INTO notes(text) VALUES('kept')");
  const auto again = open_notes(folder.path() / "a.db");
  CHECK(again->execAndGet("SELECT text FROM notes").getString() == "kept");
}

TEST_CASE("A database that is open alone tells a second opener that it is in use") {
  const TempFolder folder;
  const auto first = open_notes(folder.path() / "a.db");
  const Error error = error_opening(folder.path() / "a.db");
  CHECK(error.code == ErrorCode::io);
  CHECK_THAT(error.detail, Catch::Contains("is in use by another process"));
}

TEST_CASE("A database that is shared can be read beside its writer") {
  const TempFolder folder;
  const auto writer = open_notes(folder.path() / "a.db", {.exclusive = false});
  writer->exec("INSERT INTO notes(text) VALUES('seen')");
  const auto reader = open_to_read(folder.path() / "a.db");
  REQUIRE(reader);
  CHECK((*reader)->execAndGet("SELECT text FROM notes").getString() == "seen");
  CHECK_THROWS_AS((*reader)->exec("DELETE FROM notes"), SQLite::Exception);
}

TEST_CASE("A folder that is not there is an io error that names the file") {
  const TempFolder folder;
  const Error error = error_opening(folder.path() / "missing" / "a.db");
  CHECK(error.code == ErrorCode::io);
  CHECK_THAT(error.detail, Catch::Contains("missing/a.db") && Catch::Contains("No such file"));
  CHECK_FALSE(open_to_read(folder.path() / "b.db"));
}

TEST_CASE("A file that is no database is corrupt") {
  const TempFolder folder;
  std::ofstream(folder.path() / "a.db") << std::string(8192, 'x');
  CHECK(error_opening(folder.path() / "a.db").code == ErrorCode::corrupt);
}

TEST_CASE("A damaged page is found when the database is opened") {
  const TempFolder folder;
  const auto file = folder.path() / "a.db";
  {
    const auto database = open_notes(file);
    for (int i = 0; i < 200; ++i) {
      database->exec("INSERT INTO notes(text) VALUES('" + std::to_string(i) + std::string(200, 'x') + "')");
    }
  }
  overwrite(file, 4 * 4096, 4096, '\x5a');
  CHECK(error_opening(file).code == ErrorCode::corrupt);
}

TEST_CASE("A database that has reached its limit of pages is full and still takes deletes") {
  const TempFolder folder;
  const auto database = open_notes(folder.path() / "a.db", {.max_pages = 20});
  Result<void> inserted;
  for (int i = 0; i < 100 && inserted; ++i) {
    inserted = in_transaction(*database, [&] {
      database->exec("INSERT INTO notes(text) VALUES('" + std::to_string(i) + std::string(2000, 'x') + "')");
    });
  }
  REQUIRE_FALSE(inserted);
  CHECK(inserted.error().code == ErrorCode::full);
  CHECK(in_transaction(*database, [&] { database->exec("DELETE FROM notes WHERE id = 1"); }));
}

TEST_CASE("A transaction that fails leaves nothing behind") {
  const TempFolder folder;
  const auto database = open_notes(folder.path() / "a.db");
  const auto result = in_transaction(*database, [&] {
    database->exec("INSERT INTO notes(text) VALUES('a')");
    database->exec("INSERT INTO notes(text) VALUES('a')");
  });
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::io);
  CHECK(database->execAndGet("SELECT count(*) FROM notes").getInt() == 0);
  CHECK(in_transaction(*database, [&] { database->exec("INSERT INTO notes(text) VALUES('a')"); }));
}

TEST_CASE("Errors name no values, since values may be a visitor's") {
  const TempFolder folder;
  const auto database = open_notes(folder.path() / "a.db");
  const auto insert = [&] {
    SQLite::Statement statement(*database, "INSERT INTO notes(text) VALUES(?)");
    statement.bind(1, "Storgatan 12");
    statement.exec();
  };
  REQUIRE(guarded(insert));
  const auto twice = guarded(insert);
  REQUIRE_FALSE(twice);
  CHECK_THAT(twice.error().detail, !Catch::Contains("Storgatan"));
}

}  // namespace lotsen::storage
