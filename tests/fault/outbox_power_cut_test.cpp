// The power is cut at every single operation of a seeded run, and what was not synced is kept, lost, torn or
// turned to garbage. Whatever the visitor was told is saved must be there afterwards.
#include <map>
#include <set>

#include "kiosk/outbox/sqlite_outbox.h"
#include "tests/fault/crash_disk.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/outbox_samples.h"

namespace lotsen::tests {
namespace {

constexpr int kRecords = 10;

std::unique_ptr<outbox::Outbox> open_on_crash_disk() {
  outbox::SqliteOutboxOptions options;
  options.ballast_bytes = 0;
  options.min_free_bytes = 0;
  options.vfs = CrashDisk::kVfsName;
  const ManualClock clock;
  auto opened = outbox::open_outbox("/crash/outbox.db", options, clock);
  return opened ? std::move(opened->outbox) : nullptr;
}

outbox::Record record_of(std::uint64_t seed, int number) {
  return sample_record(number, 300 + (seed * 7 + static_cast<std::uint64_t>(number) * 1'733) % 12'000);
}

// What the outbox said; `asked` to acknowledge includes those whose answer never came.
struct Said {
  std::set<int> put;
  std::set<int> asked;
  std::set<int> acknowledged;
};

void put_and_acknowledge(outbox::Outbox& box, std::uint64_t seed, int from, int to, Said& said) {
  for (int number = from; number < to; ++number) {
    const outbox::Record record = record_of(seed, number);
    if (box.put(record)) said.put.insert(number);
    if (number % 3 != 2) continue;
    said.asked.insert(number - 1);
    if (box.acknowledge(receipt_for(record_of(seed, number - 1)))) said.acknowledged.insert(number - 1);
  }
}

// Two starts of the program, so that its log is written back and removed in the middle of the run.
Said run(std::uint64_t seed) {
  Said said;
  for (int half = 0; half < 2; ++half) {
    if (auto box = open_on_crash_disk()) {
      put_and_acknowledge(*box, seed, half * kRecords / 2, (half + 1) * kRecords / 2, said);
    }
  }
  return said;
}

enum class Verdict { right, does_not_open, lost, doubled, altered, came_back, stuck };

Verdict judge_record(outbox::Outbox& box, const Said& said, std::uint64_t seed, int number,
                     int times_pending) {
  if (times_pending > 1) return Verdict::doubled;
  if (said.acknowledged.contains(number)) return times_pending == 0 ? Verdict::right : Verdict::came_back;
  if (!said.put.contains(number)) return Verdict::right;
  if (times_pending == 1) return Verdict::right;
  const bool was_acknowledged =
      said.asked.contains(number) && box.acknowledge(receipt_for(record_of(seed, number)));
  return was_acknowledged ? Verdict::right : Verdict::lost;
}

Verdict judge(outbox::Outbox& box, const Said& said, std::uint64_t seed) {
  const auto pending = box.pending(1'000);
  const auto counts = box.counts();
  if (!pending || !counts || counts->quarantined != 0) return Verdict::altered;
  std::map<std::string, int> times;
  for (const outbox::Record& record : *pending) ++times[record.id.value];
  for (int number = 0; number < kRecords; ++number) {
    const int count = times[sample_id(number).value];
    if (const Verdict verdict = judge_record(box, said, seed, number, count); verdict != Verdict::right)
      return verdict;
  }
  for (int number = 0; number < kRecords; ++number) {
    const auto found = box.find_pending(sample_id(number));
    if (!found || (*found && !equal(**found, record_of(seed, number)))) return Verdict::altered;
  }
  return box.put(sample_record(kRecords)) ? Verdict::right : Verdict::stuck;
}

Verdict recover_and_judge(const Said& said, std::uint64_t seed) {
  const auto box = open_on_crash_disk();
  return box ? judge(*box, said, seed) : Verdict::does_not_open;
}

int operations_of_a_run(std::uint64_t seed, Mutant mutant) {
  CrashDisk disk(mutant);
  const Said said = run(seed);
  REQUIRE(said.put.size() == kRecords);
  REQUIRE(said.acknowledged == said.asked);
  return disk.operations();
}

struct Tally {
  int cases = 0;
  std::map<Verdict, int> verdicts;
  int cut_with_something_said = 0;
  std::string first_fault;

  void add(Verdict verdict, std::uint64_t seed, int at, Fate fate) {
    ++cases;
    ++verdicts[verdict];
    if (verdict == Verdict::right || !first_fault.empty()) return;
    first_fault = "verdict " + std::to_string(static_cast<int>(verdict)) + " at seed " +
                  std::to_string(seed) + ", operation " + std::to_string(at) + ", fate " +
                  std::to_string(static_cast<int>(fate));
  }
};

void cut_everywhere(std::uint64_t seed, Mutant mutant, int step, Tally& tally) {
  const int operations = operations_of_a_run(seed, mutant);
  for (int at = 0; at < operations; at += step) {
    for (const Fate fate : {Fate::kept, Fate::lost, Fate::mixed, Fate::torn, Fate::garbage}) {
      CrashDisk disk(mutant);
      disk.cut_power_at(at);
      const Said said = run(seed);
      if (!said.put.empty()) ++tally.cut_with_something_said;
      disk.restart(fate, seed * 1'000'003 + static_cast<std::uint64_t>(at));
      tally.add(recover_and_judge(said, seed), seed, at, fate);
    }
  }
}

}  // namespace

TEST_CASE("A power cut at any moment loses nothing that was said to be saved") {
  Tally tally;
  for (std::uint64_t seed = 1; seed <= 2; ++seed) cut_everywhere(seed, Mutant::none, 1, tally);
  INFO(tally.first_fault);
  CHECK(tally.verdicts[Verdict::right] == tally.cases);
  CHECK(tally.cases > 1'000);
  CHECK(tally.cut_with_something_said > tally.cases / 2);
}

TEST_CASE("The same power cuts find out an outbox that syncs less than it should") {
  const Mutant mutant = GENERATE(Mutant::synchronous_normal, Mutant::synchronous_off, Mutant::lying_disk);
  Tally tally;
  cut_everywhere(1, mutant, 3, tally);
  CHECK(tally.verdicts[Verdict::lost] > 0);
}

TEST_CASE("A write that fails once is either reported or done, and trying again settles it") {
  constexpr std::uint64_t kSeed = 4;
  const int code = GENERATE(SQLITE_IOERR_WRITE, SQLITE_IOERR_FSYNC, SQLITE_FULL);
  const int operations = operations_of_a_run(kSeed, Mutant::none);
  int reported = 0;
  for (int at = 0; at < operations; ++at) {
    CrashDisk disk;
    disk.fail_once_at(at, code);
    Said said = run(kSeed);
    if (said.put.size() < kRecords) ++reported;
    const auto again = open_on_crash_disk();
    REQUIRE(again);
    for (int number = 0; number < kRecords; ++number) {
      if (!said.put.contains(number)) REQUIRE(again->put(record_of(kSeed, number)));
      said.put.insert(number);
    }
    INFO("operation " << at);
    REQUIRE(judge(*again, said, kSeed) == Verdict::right);
  }
  CHECK(reported > 0);
}

}  // namespace lotsen::tests
