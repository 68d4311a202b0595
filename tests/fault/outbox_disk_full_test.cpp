// A full disk: new forms are refused before it is, what was saved stays, and room can always be made again.
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "kiosk/outbox/sqlite_outbox.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/outbox_samples.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {
namespace {

namespace fs = std::filesystem;

// A file system of 8 MiB, where the machine lets us make one (root).
class SmallDisk {
 public:
  SmallDisk() { mounted_ = ::mount("tmpfs", folder_.path().c_str(), "tmpfs", 0, "size=8m") == 0; }
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.path().c_str(), MNT_DETACH);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  bool is_there() const { return mounted_; }
  const fs::path& path() const { return folder_.path(); }

 private:
  TempFolder folder_;
  bool mounted_ = false;
};

std::unique_ptr<outbox::Outbox> open_box(const fs::path& folder, const outbox::SqliteOutboxOptions& options) {
  const ManualClock clock;
  auto opened = outbox::open_outbox(folder / "outbox.db", options, clock);
  if (!opened) FAIL(opened.error().detail);
  REQUIRE_FALSE(opened->report.was_corrupt);
  return std::move(opened->outbox);
}

// Puts until it is full; the number of records that were saved.
int fill(outbox::Outbox& box, bool& refused_before) {
  refused_before = false;
  for (int number = 1;; ++number) {
    const bool had_room = box.has_room().value();
    const Result<void> put = box.put(sample_record(number));
    if (!put) {
      CHECK(put.error().code == ErrorCode::full);
      return number - 1;
    }
    refused_before = !had_room;
  }
}

void check_saved(outbox::Outbox& box, int from, int to) {
  const std::vector<outbox::Record> pending = box.pending(100'000).value();
  REQUIRE(pending.size() == static_cast<std::size_t>(to - from + 1));
  for (int number = from; number <= to; ++number) {
    REQUIRE(equal(pending[static_cast<std::size_t>(number - from)], sample_record(number)));
  }
}

void check_that_all_can_go(outbox::Outbox& box, int from, int to) {
  const auto quarantined = box.quarantine(sample_id(from), "refused");
  if (!quarantined) FAIL(quarantined.error().detail);
  for (int number = from; number <= to; ++number) {
    INFO("record " << number << " of " << to);
    REQUIRE(box.acknowledge(receipt_for(sample_record(number))));
  }
  CHECK(box.counts().value().pending == 0);
  CHECK(box.has_room().value());
  CHECK(box.put(sample_record(to + 2)));
}

void check_a_full_outbox(const fs::path& folder, const outbox::SqliteOutboxOptions& options) {
  auto box = open_box(folder, options);
  bool refused_before = false;
  const int saved = fill(*box, refused_before);
  REQUIRE(saved > 50);
  CHECK(refused_before);
  CHECK_FALSE(box->has_room().value());
  check_saved(*box, 1, saved);
  REQUIRE(box->acknowledge(receipt_for(sample_record(1))));
  box.reset();
  box = open_box(folder, options);
  check_saved(*box, 2, saved);
  check_that_all_can_go(*box, 2, saved);
}

}  // namespace

TEST_CASE("An outbox that has reached its limit of pages keeps what it has and can be emptied") {
  const TempFolder folder;
  outbox::SqliteOutboxOptions options;
  options.max_pages = 300;
  options.ballast_bytes = 4096;
  options.min_free_bytes = 0;
  check_a_full_outbox(folder.path(), options);
}

TEST_CASE("An outbox on a full disk keeps what it has and can be emptied") {
  const SmallDisk disk;
  if (!disk.is_there()) {
    WARN("not run: only root can make a small disk");
    return;
  }
  outbox::SqliteOutboxOptions options;
  options.ballast_bytes = 2 << 20;
  options.min_free_bytes = 1 << 20;
  check_a_full_outbox(disk.path(), options);
}

TEST_CASE("Others that fill the disk stop new forms, not the deliveries") {
  const SmallDisk disk;
  if (!disk.is_there()) {
    WARN("not run: only root can make a small disk");
    return;
  }
  outbox::SqliteOutboxOptions options;
  options.ballast_bytes = 2 << 20;
  options.min_free_bytes = 1 << 20;
  const auto box = open_box(disk.path(), options);
  for (const int number : {1, 2}) REQUIRE(box->put(sample_record(number)));
  CHECK(box->has_room().value());
  std::ofstream(disk.path() / "log") << std::string(16 << 20, 'x');
  CHECK_FALSE(box->has_room().value());
  for (const int number : {1, 2}) CHECK(box->acknowledge(receipt_for(sample_record(number))));
  CHECK_FALSE(box->has_room().value());
  fs::remove(disk.path() / "log");
  CHECK(box->has_room().value());
  CHECK(fs::file_size(disk.path() / "outbox.ballast") == options.ballast_bytes);
}

TEST_CASE("The ballast is of real blocks and is made again after a start that was cut short") {
  const TempFolder folder;
  outbox::SqliteOutboxOptions options;
  options.ballast_bytes = 1 << 20;
  options.min_free_bytes = 0;
  std::ofstream(folder.path() / "outbox.ballast") << "half";
  const auto box = open_box(folder.path(), options);
  struct stat facts {};
  REQUIRE(::stat((folder.path() / "outbox.ballast").c_str(), &facts) == 0);
  CHECK(facts.st_size == 1 << 20);
  CHECK(facts.st_blocks * 512 >= 1 << 20);
}

}  // namespace lotsen::tests
