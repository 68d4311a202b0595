#include <sys/stat.h>

#include <array>
#include <fstream>

#include "services/storage/database.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace lotsen::storage {
namespace {

using tests::TempFolder;

constexpr std::array<Migration, 1> kNotes = {{{1, "CREATE TABLE notes(id INTEGER PRIMARY KEY, text TEXT)"}}};

std::unique_ptr<SQLite::Database> shared(const std::filesystem::path& file) {
  return std::move(open_database(file, kNotes, {.exclusive = false}).value());
}

int notes_in(const std::filesystem::path& file) {
  return shared(file)->execAndGet("SELECT count(*) FROM notes").getInt();
}

}  // namespace

TEST_CASE("A backup holds all that was committed when it was made, and opens as any database") {
  const TempFolder folder;
  const auto writer = shared(folder.path() / "a.db");
  writer->exec("INSERT INTO notes(text) VALUES('one')");
  auto reader = open_to_read(folder.path() / "a.db");
  REQUIRE(reader);
  REQUIRE(back_up(**reader, folder.path() / "copy.db"));
  writer->exec("INSERT INTO notes(text) VALUES('two')");
  CHECK(notes_in(folder.path() / "copy.db") == 1);
  CHECK(shared(folder.path() / "copy.db")->execAndGet("PRAGMA user_version").getInt() == 1);
}

TEST_CASE("A backup does not see what another has begun to write") {
  const TempFolder folder;
  const auto writer = shared(folder.path() / "a.db");
  SQLite::Transaction open(*writer, SQLite::TransactionBehavior::IMMEDIATE);
  writer->exec("INSERT INTO notes(text) VALUES('half')");
  auto reader = open_to_read(folder.path() / "a.db");
  REQUIRE(reader);
  REQUIRE(back_up(**reader, folder.path() / "copy.db"));
  CHECK(notes_in(folder.path() / "copy.db") == 0);
}

TEST_CASE("A backup replaces the one before, is private, and leaves no parts behind") {
  const TempFolder folder;
  const auto database = shared(folder.path() / "a.db");
  std::ofstream(folder.path() / "copy.db") << "an old backup";
  std::ofstream(folder.path() / "copy.db.part") << "one that was cut short";
  REQUIRE(back_up(*database, folder.path() / "copy.db"));
  CHECK(notes_in(folder.path() / "copy.db") == 0);
  CHECK_FALSE(std::filesystem::exists(folder.path() / "copy.db.part"));
  struct stat facts {};
  REQUIRE(stat((folder.path() / "copy.db").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 0777) == 0600);
}

TEST_CASE("A backup that cannot be written says so and leaves the one before in place") {
  const TempFolder folder;
  const auto database = shared(folder.path() / "a.db");
  const auto failed = back_up(*database, folder.path() / "missing" / "copy.db");
  REQUIRE_FALSE(failed);
  CHECK(failed.error().code == ErrorCode::io);
  CHECK_THAT(failed.error().detail, Catch::Contains("missing/copy.db"));
}

}  // namespace lotsen::storage
