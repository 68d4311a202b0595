// Damaged files: they are set aside, never deleted, and every record that can still be read goes on.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "kiosk/outbox/sqlite_outbox.h"
#include "services/storage/database.h"
#include "tests/fault/crash_disk.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/outbox_samples.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {
namespace {

namespace fs = std::filesystem;
constexpr std::streamoff kPage = 4096;

Result<outbox::OpenedOutbox> open_box(const fs::path& folder) {
  outbox::SqliteOutboxOptions options;
  options.ballast_bytes = 4096;
  options.min_free_bytes = 0;
  const ManualClock clock;
  return outbox::open_outbox(folder / "outbox.db", options, clock);
}

void make_box(const fs::path& folder, int records) {
  const auto opened = open_box(folder);
  REQUIRE(opened);
  for (int number = 1; number <= records; ++number) REQUIRE(opened->outbox->put(sample_record(number)));
  REQUIRE(opened->outbox->acknowledge(receipt_for(sample_record(1))));
  REQUIRE(opened->outbox->quarantine(sample_id(2), "refused"));
}

std::string content_of(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

void write_to(const fs::path& file, const std::string& content) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
}

void damage_page(const fs::path& file, std::streamoff page) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(page * kPage);
  stream << std::string(kPage, '\x5a');
}

// Nothing comes out that was not put in.
void check_only_true_records(outbox::Outbox& box) {
  const auto pending = box.pending(100'000);
  if (!pending) return;
  for (const outbox::Record& record : *pending) {
    const int number = std::stoi(record.id.value.substr(24));
    REQUIRE(equal(record, sample_record(number)));
  }
}

}  // namespace

TEST_CASE("A damaged page costs the records on it and no others") {
  const TempFolder folder;
  make_box(folder.path(), 300);
  const auto file = folder.path() / "outbox.db";
  const auto pages = static_cast<std::streamoff>(fs::file_size(file)) / kPage;
  damage_page(file, pages / 2);
  const std::string damaged = content_of(file);
  const auto opened = open_box(folder.path());
  REQUIRE(opened);
  CHECK(opened->report.was_corrupt);
  CHECK(opened->report.salvaged >= 290);
  CHECK(opened->report.salvaged < 299);
  CHECK(opened->outbox->counts().value().quarantined == 1);
  CHECK(opened->outbox->counts().value().pending == opened->report.salvaged - 1);
  check_only_true_records(*opened->outbox);
  SECTION("the damaged file is kept as it was, under the time's name") {
    CHECK(opened->report.set_aside == folder.path() / "outbox.corrupt-1795269787120.db");
    CHECK((content_of(opened->report.set_aside) == damaged));
  }
  SECTION("receipts go on too, so that an acknowledged record is still known") {
    CHECK(opened->outbox->acknowledge(receipt_for(sample_record(1))));
  }
}

TEST_CASE("A salvaged outbox is whole at the next start, and no parts lie about") {
  const TempFolder folder;
  make_box(folder.path(), 100);
  damage_page(folder.path() / "outbox.db", 20);
  const int salvaged = open_box(folder.path())->report.salvaged;
  const auto again = open_box(folder.path());
  REQUIRE(again);
  CHECK_FALSE(again->report.was_corrupt);
  CHECK(again->outbox->counts().value().pending == salvaged - 1);
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder.path())) names.push_back(entry.path().filename());
  std::sort(names.begin(), names.end());
  CHECK(names == std::vector<std::string>{"outbox.ballast", "outbox.corrupt-1795269787120.db", "outbox.db",
                                          "outbox.db-wal"});
}

TEST_CASE("Records that are still in the log are salvaged as well") {
  const TempFolder running;
  const TempFolder killed;
  make_box(running.path(), 50);
  const auto opened = open_box(running.path());
  REQUIRE(opened->outbox->put(sample_record(900)));
  for (const char* name : {"outbox.db", "outbox.db-wal"})
    fs::copy_file(running.path() / name, killed.path() / name);
  damage_page(killed.path() / "outbox.db", 20);
  const auto salvaged = open_box(killed.path());
  REQUIRE(salvaged);
  CHECK(salvaged->report.was_corrupt);
  CHECK(salvaged->outbox->find_pending(sample_id(900)).value());
}

TEST_CASE("A file that is no database at all is set aside for an empty outbox") {
  const TempFolder folder;
  write_to(folder.path() / "outbox.db", std::string(50'000, 'x'));
  const auto opened = open_box(folder.path());
  REQUIRE(opened);
  CHECK(opened->report.was_corrupt);
  CHECK(opened->report.salvaged == 0);
  CHECK(opened->outbox->put(sample_record(1)));
}

TEST_CASE("A second damage does not overwrite what was set aside at the first") {
  const TempFolder folder;
  for (const char filler : {'x', 'y'}) {
    write_to(folder.path() / "outbox.db", std::string(50'000, filler));
    REQUIRE(open_box(folder.path()));
  }
  CHECK(content_of(folder.path() / "outbox.corrupt-1795269787120.db").front() == 'x');
  CHECK(content_of(folder.path() / "outbox.corrupt-1795269787121.db").front() == 'y');
}

TEST_CASE("A rebuild that was cut short before its last step is ended at the next start") {
  const TempFolder folder;
  make_box(folder.path(), 10);
  fs::rename(folder.path() / "outbox.db", folder.path() / "outbox.rebuilt.db");
  write_to(folder.path() / "outbox.db", std::string(50'000, 'x'));
  write_to(folder.path() / "outbox.db-wal", std::string(50'000, 'x'));
  const auto opened = open_box(folder.path());
  REQUIRE(opened);
  CHECK_FALSE(opened->report.was_corrupt);
  CHECK(opened->outbox->counts().value().pending == 8);
}

TEST_CASE("A rebuild that was cut short earlier is begun anew") {
  const TempFolder folder;
  make_box(folder.path(), 100);
  damage_page(folder.path() / "outbox.db", 20);
  write_to(folder.path() / "outbox.rebuilding.db", std::string(50'000, 'x'));
  const auto opened = open_box(folder.path());
  REQUIRE(opened);
  CHECK(opened->report.salvaged > 90);
}

TEST_CASE("An outbox of a newer version is left exactly as it is") {
  const TempFolder folder;
  make_box(folder.path(), 10);
  SQLite::Database(folder.path() / "outbox.db", SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
  const std::string before = content_of(folder.path() / "outbox.db");
  const auto refused = open_box(folder.path());
  REQUIRE_FALSE(refused);
  CHECK_THAT(refused.error().detail, Catch::Contains("made by a newer version"));
  CHECK((content_of(folder.path() / "outbox.db") == before));
  CHECK_FALSE(fs::exists(folder.path() / "outbox.corrupt-1795269787120.db"));
}

TEST_CASE("A record whose bytes changed on the disk is quarantined and holds up nobody") {
  const TempFolder folder;
  make_box(folder.path(), 10);
  std::string content = content_of(folder.path() / "outbox.db");
  const std::string body = sample_record(5).body;
  const auto at = content.find(body.substr(100, 200));
  REQUIRE(at != content.npos);
  content[at + 50] = static_cast<char>(content[at + 50] ^ 1);
  write_to(folder.path() / "outbox.db", content);
  const auto opened = open_box(folder.path());
  REQUIRE(opened);
  CHECK(opened->outbox->pending(100).value().size() == 7);
  CHECK_FALSE(opened->outbox->find_pending(sample_id(5)).value());
  CHECK(opened->outbox->counts().value().quarantined == 2);
}

TEST_CASE("Whatever is damaged, the outbox opens, takes a record and hands out nothing untrue") {
  const TempFolder made;
  make_box(made.path(), 60);
  const std::string whole = content_of(made.path() / "outbox.db");
  int salvaged = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Dice dice(seed);
    std::string content = whole;
    for (std::uint64_t flips = 1 + dice.next() % 64; flips > 0; --flips) {
      content[dice.next() % content.size()] = static_cast<char>(dice.next());
    }
    if (seed % 5 == 0) content.resize(dice.next() % content.size());
    const TempFolder folder;
    write_to(folder.path() / "outbox.db", content);
    INFO("seed " << seed);
    const auto opened = open_box(folder.path());
    if (!opened) FAIL(opened.error().detail);
    salvaged += opened->report.salvaged;
    check_only_true_records(*opened->outbox);
    if (opened->report.was_corrupt) REQUIRE(opened->outbox->put(sample_record(5'000)));
  }
  CHECK(salvaged > 1'000);
}

TEST_CASE("A folder that is not there, or not a folder, is an io error") {
  const TempFolder folder;
  write_to(folder.path() / "file", "x");
  for (const char* name : {"missing", "file"}) {
    const auto opened = open_box(folder.path() / name);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::io);
    CHECK_THAT(opened.error().detail, Catch::Contains("outbox.db"));
  }
}

TEST_CASE("An outbox that another process uses is an io error and is not set aside") {
  const TempFolder folder;
  const auto first = open_box(folder.path());
  const auto second = open_box(folder.path());
  REQUIRE_FALSE(second);
  CHECK(second.error().code == ErrorCode::io);
  CHECK_THAT(second.error().detail, Catch::Contains("is in use by another process"));
}

}  // namespace lotsen::tests
