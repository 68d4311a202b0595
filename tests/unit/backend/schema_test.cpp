// Databases of every released schema, as dumps in schemas/<version>.sql, open in this program with their
// rows.
#include <filesystem>
#include <fstream>
#include <iterator>

#include "services/backend/store/migrations.h"
#include "services/backend/store/sqlite_store.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace lotsen::store {
namespace {

std::string dump_of(int version) {
  std::ifstream in(std::filesystem::path(LOTSEN_SCHEMAS) / (std::to_string(version) + ".sql"));
  return {std::istreambuf_iterator<char>(in), {}};
}

void make_database(const std::filesystem::path& data_dir, int version) {
  SQLite::Database database((data_dir / kDatabaseName).string(),
                            SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(dump_of(version));
}

int newest() {
  return migrations().back().version;
}

}  // namespace

TEST_CASE("a database of every released schema opens, migrated, with the rows it had") {
  const int version = GENERATE(range(1, newest() + 1));
  const tests::TempFolder folder;
  REQUIRE_FALSE(dump_of(version).empty());
  make_database(folder.path(), version);
  auto store = open_sqlite_store(folder.path());
  REQUIRE(store);
  const auto row = (*store)->find_case({"SC-1"}).value();
  REQUIRE(row);
  CHECK(row->events.size() == 1);
  CHECK((*store)->find_submission({"id-1"}).value()->receipt == "receipt-1");
  CHECK((*store)->find_kiosk({"kiosk-1"}).value()->public_key == "key");
  CHECK((*store)->form_versions().value().size() == 1);
  CHECK((*store)->find_help_call({"call-1"}).value());
  store->reset();
  SQLite::Database after((folder.path() / kDatabaseName).string());
  CHECK(after.execAndGet("PRAGMA user_version").getInt() == newest());
}

TEST_CASE("the first migration makes what its released dump says") {
  const tests::TempFolder made;
  const tests::TempFolder released;
  REQUIRE(storage::open_database(made.path() / kDatabaseName, migrations().first(1)));
  make_database(released.path(), 1);
  const auto schema = [](const std::filesystem::path& folder) {
    SQLite::Database database((folder / kDatabaseName).string());
    return database
        .execAndGet("SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)")
        .getString();
  };
  CHECK(schema(made.path()) == schema(released.path()));
}

TEST_CASE("a database of a newer program is left alone, with a word about it") {
  const tests::TempFolder folder;
  make_database(folder.path(), 1);
  {
    SQLite::Database database((folder.path() / kDatabaseName).string(), SQLite::OPEN_READWRITE);
    database.exec("PRAGMA user_version = 999");
  }
  const auto store = open_sqlite_store(folder.path());
  REQUIRE_FALSE(store);
  CHECK(store.error().code == ErrorCode::corrupt);
  CHECK(store.error().detail.find(kDatabaseName) != std::string::npos);
}

TEST_CASE("nobody else on the machine may read the database") {
  namespace fs = std::filesystem;
  const tests::TempFolder folder;
  const fs::path data_dir = folder.path() / "data";
  REQUIRE(open_sqlite_store(data_dir));
  CHECK(fs::status(data_dir).permissions() == fs::perms::owner_all);
  CHECK(fs::status(data_dir / kDatabaseName).permissions() ==
        (fs::perms::owner_read | fs::perms::owner_write));
}

}  // namespace lotsen::store
