// From "Skicka in" to committed: seals a report and puts it into an outbox on disk, many times.
//   bench_commit FOLDER COUNT   prints "p50_ms p99_ms max_ms"; FOLDER must exist and lie on the disk in
//   question
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/outbox/sqlite_outbox.h"
#include "services/core/random.h"
#include "services/core/reference.h"
#include "services/sealing/envelope.h"
#include "tests/bench/stopwatch.h"

namespace lotsen::bench {

namespace {

Submission fault_report(const Clock& clock) {
  Submission submission;
  submission.id = {random_uuid()};
  submission.reference = new_case_reference();
  submission.access_code = new_access_code();
  submission.form = {"fault_report"};
  submission.form_version = 1;
  submission.language = "sv";
  submission.created = clock.utc_ms();
  const auto answer = [&](const char* question, const char* text) {
    submission.answers[{question}].values.emplace_back(text);
  };
  answer("kind", "streetlight");
  answer("location", "Storgatan 12, vid busshållplatsen");
  answer("what", "Lampan har varit trasig i tre veckor och det är helt mörkt på gångvägen.");
  answer("contact", "sms");
  answer("phone", "070-123 45 67");
  return submission;
}

struct Keys {
  sealing::KioskSecretKey kiosk;
  sealing::BackendSecretKeys backend;
};

double commit_ms(outbox::Outbox& outbox, const Keys& keys, const Clock& clock) {
  const Submission submission = fault_report(clock);
  const Stopwatch watch;
  const auto envelope = sealing::seal(submission, {"kiosk-1"}, keys.kiosk, keys.backend.public_keys);
  const auto kept = outbox.put(
      {submission.id, submission.reference, envelope.body, envelope.signature, submission.created});
  return kept ? watch.ms() : -1;
}

int measure(const std::filesystem::path& folder, int count) {
  const SystemClock clock;
  const auto kiosk = sealing::kiosk_key(folder / "kiosk.key");
  const auto backend = sealing::backend_keys(folder / "backend.key");
  auto opened = outbox::open_outbox(folder / "outbox.db", {}, clock);
  if (!kiosk || !backend || !opened) return std::fputs("bench_commit: cannot use that folder\n", stderr), 1;
  const Keys keys{*kiosk, *backend};
  std::vector<double> times;
  for (int i = 0; i < count; ++i) times.push_back(commit_ms(*opened->outbox, keys, clock));
  std::sort(times.begin(), times.end());
  if (times.front() < 0) return std::fputs("bench_commit: the outbox did not take a record\n", stderr), 1;
  const auto at = [&](double part) { return times[static_cast<std::size_t>(part * (count - 1))]; };
  std::printf("%.3f %.3f %.3f\n", at(0.5), at(0.99), at(1));
  return 0;
}

}  // namespace

}  // namespace lotsen::bench

int main(int count, char** arguments) {
  const int repetitions = count == 3 ? std::atoi(arguments[2]) : 0;
  if (repetitions < 1) return std::fputs("bench_commit: FOLDER COUNT\n", stderr), 2;
  return lotsen::bench::measure(arguments[1], repetitions);
}
