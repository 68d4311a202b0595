#include "services/backend/store/backup.h"

#include <fstream>
#include <iterator>

#include "services/backend/store/data_lock.h"
#include "services/backend/store/sqlite_store.h"
#include "services/storage/database.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace lotsen::store {
namespace fs = std::filesystem;
namespace {

void add_kiosk(Store& store, const std::string& id) {
  const Store::Change put = [&] { return store.put_kiosk({{id}, "key"}, 1); };
  REQUIRE(store.commit({&put, 1}));
}

std::unique_ptr<Store> open(const fs::path& data_dir) {
  return std::move(open_sqlite_store(data_dir).value());
}

bool has_kiosk(Store& store, const std::string& id) {
  return store.find_kiosk({id}).value().has_value();
}

std::vector<fs::path> files_with(const fs::path& folder, const std::string& part) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().filename().string().find(part) != std::string::npos) found.push_back(entry.path());
  }
  return found;
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

std::string read(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("a backup taken while the store is open has what was committed, and comes back elsewhere") {
  const tests::TempFolder folder;
  const auto store = open(folder.path() / "data");
  add_kiosk(*store, "before");
  REQUIRE(back_up(folder.path() / "data", folder.path() / "copy"));
  add_kiosk(*store, "after");

  REQUIRE(restore(folder.path() / "elsewhere", folder.path() / "copy", 7));
  const auto restored = open(folder.path() / "elsewhere");
  CHECK(has_kiosk(*restored, "before"));
  CHECK_FALSE(has_kiosk(*restored, "after"));
}

TEST_CASE("restoring keeps the database that was there, with its last commits") {
  const tests::TempFolder folder;
  const fs::path data = folder.path() / "data";
  {
    const auto store = open(data);
    add_kiosk(*store, "old");
    REQUIRE(back_up(data, folder.path() / "copy"));
    add_kiosk(*store, "newer");
  }
  REQUIRE(restore(data, folder.path() / "copy", 1234));
  CHECK_FALSE(has_kiosk(*open(data), "newer"));
  const fs::path kept = data / "backend.db.before-restore-1234";
  REQUIRE(fs::exists(kept));
  SQLite::Database database(kept.string());
  CHECK(database.execAndGet("SELECT count(*) FROM kiosks").getInt() == 2);
  CHECK(files_with(data, ".part").empty());
}

TEST_CASE("restoring is refused while a server holds the database") {
  const tests::TempFolder folder;
  const fs::path data = folder.path() / "data";
  add_kiosk(*open(data), "old");
  REQUIRE(back_up(data, folder.path() / "copy"));
  const auto lock = DataLock::take(data);
  REQUIRE(lock);
  const auto refused = restore(data, folder.path() / "copy", 1);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  CHECK(files_with(data, "before-restore").empty());
}

TEST_CASE("what is not a whole backup of ours is refused and changes nothing") {
  const tests::TempFolder folder;
  const fs::path data = folder.path() / "data";
  const fs::path copy = folder.path() / "copy";
  add_kiosk(*open(data), "old");
  REQUIRE(back_up(data, copy));
  SECTION("text") {
    write(copy, "this is no database");
  }
  SECTION("cut short") {
    fs::resize_file(copy, fs::file_size(copy) / 2);
  }
  SECTION("empty") {
    fs::resize_file(copy, 0);
  }
  SECTION("damaged inside") {
    std::string bytes = read(copy);
    bytes.replace(4096, 2048, std::string(2048, '\xff'));
    write(copy, bytes);
  }
  SECTION("another program's database") {
    fs::remove(copy);
    SQLite::Database(copy.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec("CREATE TABLE t (a)");
  }
  SECTION("of a newer program") {
    SQLite::Database(copy.string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 999");
  }
  const auto refused = restore(data, copy, 1);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::bad_input);
  CHECK(has_kiosk(*open(data), "old"));
  CHECK(files_with(data, ".part").empty());
  CHECK(files_with(data, "before-restore").empty());
}

TEST_CASE("restoring over a damaged database keeps the damaged one aside") {
  const tests::TempFolder folder;
  const fs::path data = folder.path() / "data";
  add_kiosk(*open(data), "old");
  REQUIRE(back_up(data, folder.path() / "copy"));
  write(data / kDatabaseName, "damaged beyond reading");
  write(data / "backend.db-wal", "so is this");
  REQUIRE(restore(data, folder.path() / "copy", 9));
  CHECK(has_kiosk(*open(data), "old"));
  CHECK(read(data / "backend.db.before-restore-9") == "damaged beyond reading");
}

TEST_CASE("there is nothing to back up where no backend has been") {
  const tests::TempFolder folder;
  CHECK(back_up(folder.path(), folder.path() / "copy").error().code == ErrorCode::not_found);
  CHECK_FALSE(fs::exists(folder.path() / "copy"));
}

TEST_CASE("a data directory has one server at a time") {
  const tests::TempFolder folder;
  auto first = std::make_unique<DataLock>(DataLock::take(folder.path()).value());
  CHECK(DataLock::take(folder.path()).error().code == ErrorCode::conflict);
  first.reset();
  CHECK(DataLock::take(folder.path()));
}

}  // namespace lotsen::store
