// A StoreWork with a manual clock; what it posts and hands on is kept.
#pragma once
#include "kiosk/runtime/store_work.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/runtime/worker_bench.h"

namespace lotsen::tests {

struct StoreBench {
  BenchKeys keys;
  KeptDisk disk;
  KeptLog log;
  ManualClock clock;
  std::optional<ErrorCode> keys_fault;
  std::vector<app::Action> posted;
  std::vector<outbox::Record> delivered;
  int keys_handed_on = 0;
  runtime::WorkerParts parts{[this] { return disk.open(); },
                             [this] { return load_keys(); },
                             {},
                             KioskId{"kiosk-1"},
                             "http://backend",
                             {1'000, 60'000},
                             log,
                             clock};
  runtime::StoreWork work{parts, [this](app::Action action) { posted.push_back(std::move(action)); },
                          [this](runtime::DeliveryJob job) { take(std::move(job)); }};

  void start() { work.run_due(); }
  void run(const runtime::StoreJob& job) {
    work.carry_out(job);
    work.run_due();
  }
  void save(const std::string& id, int visit = 1) {
    run(app::SaveSubmission{VisitId{static_cast<std::uint64_t>(visit)}, sample_submission(id)});
  }
  void advance_ms(std::int64_t ms) {
    clock.advance_ms(ms);
    work.run_due();
  }
  void answer(const outbox::Record& record, delivery::Verdict verdict) {
    run(runtime::Settled{record.id, record.reference, std::move(verdict)});
  }
  void acknowledge(const outbox::Record& record) {
    answer(record, delivery::Acknowledged{keys.receipt(record.id, record.body)});
  }
  // The newest posted action of this type.
  template <class Action>
  const Action* last() const {
    for (auto action = posted.rbegin(); action != posted.rend(); ++action) {
      if (const Action* found = std::get_if<Action>(&*action)) return found;
    }
    return nullptr;
  }
  int times_logged(std::string_view event) const {
    const std::vector<std::string> lines = log.lines();
    return static_cast<int>(std::count_if(lines.begin(), lines.end(), [&](const std::string& line) {
      return line.find(event) != std::string::npos;
    }));
  }

 private:
  Result<runtime::WorkerKeys> load_keys() const {
    if (keys_fault) return fail(*keys_fault, "keys that do not load");
    return keys.of_worker();
  }
  void take(runtime::DeliveryJob job) {
    if (std::holds_alternative<runtime::UseKeys>(job)) ++keys_handed_on;
    if (auto* deliver = std::get_if<runtime::Deliver>(&job)) delivered.push_back(std::move(deliver->record));
  }
};

}  // namespace lotsen::tests
