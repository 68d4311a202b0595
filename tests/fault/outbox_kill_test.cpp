// The kiosk is killed with SIGKILL while it saves; what it had reported as saved must be there.
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <map>
#include <set>

#include "kiosk/outbox/sqlite_outbox.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/outbox_samples.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {
namespace {

constexpr int kKills = 50;
constexpr int kRecordsAtMost = 1'000;  // in one life

std::unique_ptr<outbox::Outbox> open_box(const TempFolder& folder) {
  outbox::SqliteOutboxOptions options;
  options.ballast_bytes = 4096;
  options.min_free_bytes = 0;
  const ManualClock clock;
  auto opened = outbox::open_outbox(folder.path() / "outbox.db", options, clock);
  if (!opened || opened->report.was_corrupt) return nullptr;
  return std::move(opened->outbox);
}

// What the child says after each success: +number for put, -number for acknowledged.
void tell(int pipe, int message) {
  if (::write(pipe, &message, sizeof message) != sizeof message) ::_exit(2);
}

[[noreturn]] void live(const TempFolder& folder, int first, int pipe) {
  const auto box = open_box(folder);
  if (!box) ::_exit(1);
  for (int number = first; number < first + kRecordsAtMost; ++number) {
    if (box->put(sample_record(number))) tell(pipe, number);
    if (number % 3 != 0) continue;
    if (box->acknowledge(receipt_for(sample_record(number)))) tell(pipe, -number);
  }
  ::_exit(0);
}

struct Life {
  pid_t pid;
  int pipe;
};

Life start(const TempFolder& folder, int first) {
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t pid = ::fork();
  REQUIRE(pid >= 0);
  if (pid == 0) {
    ::close(ends[0]);
    live(folder, first, ends[1]);
  }
  ::close(ends[1]);
  return {pid, ends[0]};
}

struct Said {
  std::set<int> put;
  std::set<int> acknowledged;
  int last = 0;

  bool listen(int pipe) {
    int message = 0;
    if (::read(pipe, &message, sizeof message) != sizeof message) return false;
    if (message > 0) put.insert(last = message);
    if (message < 0) acknowledged.insert(-message);
    return true;
  }
};

// After so many reports, and a moment more that differs each time.
void kill_after(const Life& life, int reports, int spins, Said& said) {
  for (int i = 0; i < reports; ++i) REQUIRE(said.listen(life.pipe));
  for (volatile int i = 0; i < spins;) i = i + 1;
  ::kill(life.pid, SIGKILL);
  while (said.listen(life.pipe)) {
  }
  ::close(life.pipe);
  int status = 0;
  REQUIRE(::waitpid(life.pid, &status, 0) == life.pid);
}

void check_all_there(outbox::Outbox& box, const Said& said) {
  const std::vector<outbox::Record> pending = box.pending(1'000'000).value();
  std::map<std::string, int> times;
  for (const outbox::Record& record : pending) ++times[record.id.value];
  for (const int number : said.put) {
    const int count = times[sample_id(number).value];
    INFO("record " << number);
    if (said.acknowledged.contains(number)) {
      REQUIRE(count == 0);
    } else if (count == 0) {  // acknowledged, but killed before it could say so
      REQUIRE(box.acknowledge(receipt_for(sample_record(number))));
    } else {
      REQUIRE(count == 1);
      REQUIRE(equal(box.find_pending(sample_id(number)).value().value(), sample_record(number)));
    }
  }
}

}  // namespace

TEST_CASE("A kiosk that is killed at any moment still has all it said was saved, once") {
  const TempFolder folder;
  Said said;
  unsigned dice = 12'345;
  for (int kill = 0; kill < kKills; ++kill) {
    dice = dice * 1'664'525 + 1'013'904'223;
    const int reports = static_cast<int>(dice >> 24) % 12;
    const int spins = static_cast<int>(dice >> 8) % 2'000'000;
    kill_after(start(folder, said.last + 10), reports, spins, said);
    const auto box = open_box(folder);
    REQUIRE(box);
    check_all_there(*box, said);
  }
  CHECK(said.put.size() > kKills);
  CHECK_FALSE(said.acknowledged.empty());
}

}  // namespace lotsen::tests
