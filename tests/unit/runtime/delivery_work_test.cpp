#include "kiosk/runtime/delivery_work.h"

#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/runtime/worker_bench.h"

using namespace lotsen;
using namespace lotsen::tests;
using namespace lotsen::runtime;

namespace {

const HelpCallId kCall{"call-1"};

FakeNetwork::Answer hang(const http::Request&) {
  return std::nullopt;
}

struct Bench {
  BenchKeys keys;
  FakeNetwork network{[this](const http::Request& request) { return keys.receipt_for(request); }};
  KeptLog log;
  ManualClock clock;
  std::vector<app::Action> posted;
  std::vector<Settled> settled;
  WorkerParts parts{
      {}, {}, [this] { return network.make_client(); }, KioskId{"kiosk-1"}, "http://backend", {}, log, clock};
  DeliveryWork work{parts, [this](app::Action action) { posted.push_back(std::move(action)); },
                    [this](Settled what) { settled.push_back(std::move(what)); }};

  Bench() { work.carry_out(UseKeys{keys.of_worker()}); }
  void run(DeliveryJob job) {
    work.carry_out(std::move(job));
    if (work.busy()) work.wait(std::chrono::milliseconds(0));
  }
  void answer_by(int status, std::string body) {
    network.answer_by([status, body](const http::Request&) {
      return http::Reply{status, "application/json", std::nullopt, body};
    });
  }
};

}  // namespace

TEST_CASE("a record is sent and its signed receipt handed back") {
  Bench bench;
  bench.run(Deliver{sample_record("one")});
  REQUIRE(bench.settled.size() == 1);
  CHECK(bench.settled.front().id == id_of("one"));
  CHECK(bench.settled.front().reference == CaseReference{"SC-one"});
  CHECK(std::holds_alternative<delivery::Acknowledged>(bench.settled.front().verdict));
  CHECK_FALSE(bench.work.busy());
}

TEST_CASE("no client is made before there is something to ask") {
  Bench bench;
  bench.run(app::EndVisit{VisitId{1}});
  CHECK(bench.network.clients_made() == 0);
  bench.run(Deliver{sample_record("one")});
  bench.run(Deliver{sample_record("two")});
  CHECK(bench.network.clients_made() == 1);
}

TEST_CASE("a visit's client ends with it") {
  Bench bench;
  bench.run(Deliver{sample_record("one")});
  bench.run(app::EndVisit{VisitId{1}});
  bench.run(Deliver{sample_record("two")});
  CHECK(bench.network.clients_made() == 2);
}

TEST_CASE("a record on its way survives the end of the visit; the client is given up after it") {
  Bench bench;
  bench.network.answer_by(hang);
  bench.run(Deliver{sample_record("one")});
  bench.run(app::EndVisit{VisitId{1}});
  CHECK(bench.work.busy());
  bench.run(SetOffline{true});
  REQUIRE(bench.settled.size() == 1);
  bench.run(SetOffline{false});
  bench.run(Deliver{sample_record("two")});
  CHECK(bench.network.clients_made() == 2);
}

TEST_CASE("a help call is sent, then acknowledged when the desk says so") {
  Bench bench;
  bench.answer_by(201, R"({"id":"call-1","state":"waiting"})");
  bench.run(app::SendHelpCall{VisitId{1}, kCall});
  REQUIRE(bench.posted.size() == 1);
  CHECK(std::get<app::HelpSent>(bench.posted.back()).visit == VisitId{1});
  bench.run(app::AskHelpCall{VisitId{1}, kCall});
  CHECK(bench.posted.size() == 1);
  bench.answer_by(200, R"({"id":"call-1","state":"acknowledged"})");
  bench.run(app::AskHelpCall{VisitId{1}, kCall});
  REQUIRE(bench.posted.size() == 2);
  CHECK(std::get<app::HelpAcknowledged>(bench.posted.back()).call == kCall);
}

TEST_CASE("a help call that does not get through says so") {
  Bench bench;
  SECTION("a portal answers") {
    bench.answer_by(200, "<html>Log in</html>");
  }
  SECTION("there is no line") {
    bench.run(SetOffline{true});
  }
  SECTION("the backend fails") {
    bench.answer_by(500, "");
  }
  bench.run(app::SendHelpCall{VisitId{1}, kCall});
  REQUIRE(bench.posted.size() == 1);
  CHECK(std::get<app::HelpFailed>(bench.posted.back()).call == kCall);
}

TEST_CASE("a help call in the first moment waits until the keys are read, and fails when they cannot be") {
  Bench bench;
  DeliveryWork young{bench.parts, [&](app::Action action) { bench.posted.push_back(std::move(action)); }, {}};
  young.carry_out(app::SendHelpCall{VisitId{1}, kCall});
  CHECK(bench.posted.empty());
  SECTION("read") {
    young.carry_out(UseKeys{bench.keys.of_worker()});
    CHECK(young.busy());
  }
  SECTION("not to be read, then or later") {
    young.carry_out(NoKeys{});
    REQUIRE(bench.posted.size() == 1);
    CHECK(std::holds_alternative<app::HelpFailed>(bench.posted.back()));
    young.carry_out(app::SendHelpCall{VisitId{1}, kCall});
    CHECK(bench.posted.size() == 2);
  }
  SECTION("read after the visit") {
    young.carry_out(app::EndVisit{VisitId{1}});
    young.carry_out(UseKeys{bench.keys.of_worker()});
    CHECK_FALSE(young.busy());
  }
}

TEST_CASE("a help call still running at the end of the visit is never heard of again") {
  Bench bench;
  bench.network.answer_by(hang);
  bench.run(app::SendHelpCall{VisitId{1}, kCall});
  bench.run(app::EndVisit{VisitId{1}});
  CHECK_FALSE(bench.work.busy());
  CHECK(bench.posted.empty());
}

TEST_CASE("offline holds for a client made later too") {
  Bench bench;
  bench.run(SetOffline{true});
  bench.run(Deliver{sample_record("one")});
  REQUIRE(bench.settled.size() == 1);
  CHECK(std::holds_alternative<delivery::Retry>(bench.settled.front().verdict));
  CHECK(bench.network.seen().empty());
}

TEST_CASE("a kiosk that the backend does not know alarms at most once an hour") {
  Bench bench;
  bench.answer_by(403, "");
  for (int minute = 0; minute < 61; ++minute) {
    bench.run(Deliver{sample_record("one")});
    bench.clock.advance_ms(60'000);
  }
  CHECK(bench.log.lines().size() == 2);
  CHECK(bench.log.has("delivery.kiosk_rejected kiosk=kiosk-1 status=403"));
}
