#include <array>

#include "services/storage/database.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace lotsen::storage {
namespace {

using tests::TempFolder;

constexpr Migration kFirst = {1, "CREATE TABLE a(x); INSERT INTO a VALUES(1)"};
constexpr Migration kSecond = {2, "CREATE TABLE b(x); INSERT INTO b SELECT x FROM a"};
constexpr Migration kBroken = {2, "CREATE TABLE b(x); INSERT INTO nowhere VALUES(1)"};

int version_of(SQLite::Database& database) {
  return database.execAndGet("PRAGMA user_version").getInt();
}

}  // namespace

TEST_CASE("A new database gets every migration in turn") {
  const TempFolder folder;
  const auto database = open_database(folder.path() / "a.db", std::array{kFirst, kSecond});
  REQUIRE(database);
  CHECK(version_of(**database) == 2);
  CHECK((*database)->execAndGet("SELECT x FROM b").getInt() == 1);
}

TEST_CASE("An older database gets the migrations it misses, and those only") {
  const TempFolder folder;
  REQUIRE(open_database(folder.path() / "a.db", std::array{kFirst}));
  const auto database = open_database(folder.path() / "a.db", std::array{kFirst, kSecond});
  REQUIRE(database);
  CHECK((*database)->execAndGet("SELECT count(*) FROM a").getInt() == 1);
  CHECK(version_of(**database) == 2);
}

TEST_CASE("A migration that fails leaves the database at the version before it") {
  const TempFolder folder;
  const auto failed = open_database(folder.path() / "a.db", std::array{kFirst, kBroken});
  REQUIRE_FALSE(failed);
  CHECK_THAT(failed.error().detail, Catch::Contains("migration 2"));
  const auto database = open_database(folder.path() / "a.db", std::array{kFirst});
  REQUIRE(database);
  CHECK(version_of(**database) == 1);
  CHECK_FALSE((*database)->tableExists("b"));
}

TEST_CASE("A database of a newer program is left alone with a clear word") {
  const TempFolder folder;
  REQUIRE(open_database(folder.path() / "a.db", std::array{kFirst, kSecond}));
  const auto refused = open_database(folder.path() / "a.db", std::array{kFirst});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::corrupt);
  CHECK_THAT(refused.error().detail, Catch::Contains("made by a newer version"));
  CHECK(open_database(folder.path() / "a.db", std::array{kFirst, kSecond}));
}

}  // namespace lotsen::storage
