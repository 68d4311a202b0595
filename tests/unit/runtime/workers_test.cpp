// The threads: real mailboxes, real sealing; disk and network are fakes that fail as told.
#include "kiosk/runtime/workers.h"

#include <condition_variable>

#include "services/core/random.h"
#include "tests/support/catch.h"
#include "tests/unit/runtime/worker_bench.h"

using namespace lotsen;
using namespace lotsen::tests;
using namespace lotsen::runtime;

namespace {

// Actions as the shell's mailbox would hold them.
class Posted {
 public:
  void add(app::Action action) {
    const std::lock_guard lock(mutex_);
    actions_.push_back(std::move(action));
    changed_.notify_all();
  }
  template <class Action>
  std::vector<Action> all() const {
    const std::lock_guard lock(mutex_);
    return all_locked<Action>();
  }
  template <class Action>
  std::vector<Action> wait_for(std::size_t count) {
    std::unique_lock lock(mutex_);
    const bool there = changed_.wait_for(lock, std::chrono::seconds(60),
                                         [&] { return all_locked<Action>().size() >= count; });
    REQUIRE(there);
    return all_locked<Action>();
  }

 private:
  template <class Action>
  std::vector<Action> all_locked() const {
    std::vector<Action> found;
    for (const app::Action& action : actions_) {
      if (const Action* one = std::get_if<Action>(&action)) found.push_back(*one);
    }
    return found;
  }
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<app::Action> actions_;
};

struct Bench {
  BenchKeys keys;
  KeptDisk disk;
  KeptLog log;
  SystemClock clock;
  Posted posted;
  FakeNetwork network{[this](const http::Request& request) { return keys.receipt_for(request); }};

  WorkerParts parts() {
    return {[this] { return disk.open(); },
            [this]() -> Result<WorkerKeys> { return keys.of_worker(); },
            [this] { return network.make_client(); },
            KioskId{"kiosk-1"},
            "http://backend",
            {1, 5},
            log,
            clock};
  }
  Workers workers{parts(), [this](app::Action action) { posted.add(std::move(action)); }};

  void save(const std::string& id, std::uint64_t visit = 1) {
    workers.carry_out(app::SaveSubmission{VisitId{visit}, sample_submission(id)});
  }
};

FakeNetwork::Answer hang(const http::Request&) {
  return std::nullopt;
}

}  // namespace

TEST_CASE("what is saved is received") {
  Bench bench;
  bench.save("one");
  CHECK(bench.posted.wait_for<app::SubmissionSaved>(1).front().submission == id_of("one"));
  CHECK(bench.posted.wait_for<app::SubmissionReceived>(1).front().submission == id_of("one"));
  CHECK(bench.disk.pending().empty());
}

TEST_CASE("offline it is saved; online again it is received") {
  Bench bench;
  bench.workers.set_offline(true);
  bench.save("one");
  bench.save("two");
  bench.posted.wait_for<app::SubmissionSaved>(2);
  CHECK(bench.posted.all<app::SubmissionReceived>().empty());
  CHECK(bench.network.seen().empty());
  bench.workers.set_offline(false);
  bench.posted.wait_for<app::SubmissionReceived>(2);
  CHECK(bench.disk.pending().empty());
}

TEST_CASE("a line that loses half of everything loses no submission and changes none") {
  std::map<std::string, std::set<std::string>> bodies;  // by idempotency key; guarded by the network's lock
  Bench bench;
  bench.network.answer_by([&](const http::Request& request) -> FakeNetwork::Answer {
    if (random_below(4) == 0) return fail(ErrorCode::unavailable, "request lost");
    for (const auto& [name, value] : request.headers) {
      if (name == "Idempotency-Key") bodies[value].insert(request.body);
    }
    if (random_below(3) == 0) return fail(ErrorCode::unavailable, "reply lost");
    if (random_below(5) == 0) return http::Reply{200, "text/html", std::nullopt, "<html>Log in</html>"};
    return bench.keys.receipt_for(request);
  });
  constexpr std::size_t kMany = 40;
  for (std::size_t i = 0; i < kMany; ++i) bench.save("id-" + std::to_string(i));
  bench.posted.wait_for<app::SubmissionReceived>(kMany);
  CHECK(bench.disk.pending().empty());
  CHECK(bench.disk.receipts().size() == kMany);
  bench.network.answer_by(hang);  // and takes the lock: what follows reads `bodies` after every answer
  CHECK(bodies.size() == kMany);
  for (const auto& [key, sent] : bodies) CHECK(sent.size() == 1);
}

TEST_CASE("one refused for good blocks nobody") {
  Bench bench;
  bench.network.answer_by([&](const http::Request& request) -> FakeNetwork::Answer {
    for (const auto& [name, value] : request.headers) {
      if (value != '"' + id_of("bad").value + '"') continue;
      return http::Reply{422, "application/problem+json", std::nullopt, R"({"title":"No","status":422})"};
    }
    return bench.keys.receipt_for(request);
  });
  bench.save("bad");
  bench.save("good");
  CHECK(bench.posted.wait_for<app::SubmissionRefused>(1).front().submission == id_of("bad"));
  CHECK(bench.posted.wait_for<app::SubmissionReceived>(1).front().submission == id_of("good"));
  CHECK(bench.disk.quarantined().size() == 1);
}

TEST_CASE("answers carry the visit that asked, however late they come") {
  Bench bench;
  bench.save("one", 5);
  bench.workers.carry_out(app::EndVisit{VisitId{5}});
  bench.save("two", 6);
  const auto saved = bench.posted.wait_for<app::SubmissionSaved>(2);
  CHECK(saved[0].visit == VisitId{5});
  CHECK(saved[1].visit == VisitId{6});
  bench.posted.wait_for<app::SubmissionReceived>(2);
}

TEST_CASE("a full disk fails one save, and the next works") {
  Bench bench;
  bench.disk.fail_next_put(ErrorCode::full);
  bench.save("one");
  CHECK(bench.posted.wait_for<app::SaveFailed>(1).front().code == ErrorCode::full);
  bench.save("one");
  bench.posted.wait_for<app::SubmissionReceived>(1);
}

TEST_CASE("a disk that opens late takes what is saved then") {
  Bench bench;
  bench.disk.fail_opening(ErrorCode::io);
  Posted posted;
  Workers late(bench.parts(), [&posted](app::Action action) { posted.add(std::move(action)); });
  late.carry_out(app::AskRoom{VisitId{1}});
  CHECK(posted.wait_for<app::FormsClosed>(1).front().code == ErrorCode::io);
  bench.disk.fail_opening(std::nullopt);
  late.carry_out(app::SaveSubmission{VisitId{1}, sample_submission("one")});
  posted.wait_for<app::SubmissionReceived>(1);
}

TEST_CASE("a help call goes out while submissions hang") {
  Bench bench;
  bench.network.answer_by([](const http::Request& request) -> FakeNetwork::Answer {
    if (request.url.ends_with("/v1/submissions")) return std::nullopt;
    return http::Reply{201, "application/json", std::nullopt, R"({"id":"call-1","state":"waiting"})"};
  });
  for (int i = 0; i < 6; ++i) bench.save(std::to_string(i));
  bench.posted.wait_for<app::SubmissionSaved>(6);
  bench.workers.carry_out(app::SendHelpCall{VisitId{1}, HelpCallId{"call-1"}});
  CHECK(bench.posted.wait_for<app::HelpSent>(1).front().call == HelpCallId{"call-1"});
}

TEST_CASE("a job posted while the client is being made is not overslept") {
  Bench bench;
  bench.network.answer_by([](const http::Request& request) -> FakeNetwork::Answer {
    if (request.url.ends_with("/v1/submissions")) return std::nullopt;
    return http::Reply{201, "application/json", std::nullopt, R"({"id":"call-1","state":"waiting"})"};
  });
  Posted posted;
  Workers* made = nullptr;
  WorkerParts parts = bench.parts();
  parts.make_client = [&] {
    made->carry_out(app::SendHelpCall{VisitId{1}, HelpCallId{"call-1"}});
    return bench.network.make_client();
  };
  Workers workers(std::move(parts), [&posted](app::Action action) { posted.add(std::move(action)); });
  made = &workers;
  workers.carry_out(app::SaveSubmission{VisitId{1}, sample_submission("one")});
  posted.wait_for<app::HelpSent>(1);
}

TEST_CASE("the workers end at once although a request hangs, and keep what was being saved") {
  BenchKeys keys;
  KeptDisk disk;
  KeptLog log;
  SystemClock clock;
  FakeNetwork network(hang);
  Posted posted;
  auto workers =
      std::make_unique<Workers>(WorkerParts{[&] { return disk.open(); },
                                            [&]() -> Result<WorkerKeys> { return keys.of_worker(); },
                                            [&] { return network.make_client(); },
                                            KioskId{"kiosk-1"},
                                            "http://backend",
                                            {1, 5},
                                            log,
                                            clock},
                                [&posted](app::Action action) { posted.add(std::move(action)); });
  workers->carry_out(app::SaveSubmission{VisitId{1}, sample_submission("one")});
  posted.wait_for<app::SubmissionSaved>(1);
  for (int i = 0; i < 5; ++i) {
    workers->carry_out(app::SaveSubmission{VisitId{1}, sample_submission(std::to_string(i))});
  }
  const auto begun = std::chrono::steady_clock::now();
  workers.reset();
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(1));
  CHECK(disk.pending().size() == 6);
}
