#include "tests/unit/runtime/store_bench.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("an empty store sleeps until there is something to do") {
  StoreBench bench;
  CHECK(bench.work.next_due() == bench.clock.steady_ms());  // open
  bench.start();
  CHECK_FALSE(bench.work.next_due());
  CHECK(bench.keys_handed_on == 1);
}

TEST_CASE("a submission is sealed, saved, told of and sent, in that order") {
  StoreBench bench;
  bench.start();
  bench.save("one", 7);
  const auto* saved = bench.last<app::SubmissionSaved>();
  REQUIRE(saved != nullptr);
  CHECK(saved->visit == VisitId{7});
  CHECK(saved->submission == id_of("one"));
  REQUIRE(bench.disk.pending().size() == 1);
  const outbox::Record kept = bench.disk.pending().front();
  CHECK(kept.body.find("Storgatan") == std::string::npos);
  CHECK(sealing::signature_holds(kept.body, kept.signature, sealing::public_key(bench.keys.kiosk)));
  CHECK(kept.created == kCreated);
  REQUIRE(bench.delivered.size() == 1);
  CHECK(bench.delivered.front().body == kept.body);
  CHECK(bench.delivered.front().signature == kept.signature);
}

TEST_CASE("a signed receipt ends a record: booked, told of, and nothing left to wake up for") {
  StoreBench bench;
  bench.start();
  bench.save("one");
  bench.acknowledge(bench.delivered.at(0));
  CHECK(bench.disk.pending().empty());
  CHECK(bench.disk.receipts().count(id_of("one")) == 1);
  REQUIRE(bench.last<app::SubmissionReceived>() != nullptr);
  CHECK(bench.last<app::SubmissionReceived>()->submission == id_of("one"));
  bench.advance_ms(2 * 3'600'000);  // the age check finds nothing
  CHECK_FALSE(bench.work.next_due());
}

TEST_CASE("a record that is not answered for is sent again, the same bytes, until it is") {
  StoreBench bench;
  bench.start();
  bench.save("one");
  for (int tries = 1; tries <= 10; ++tries) {
    bench.answer(bench.delivered.back(), delivery::Retry{"HTTP status 503", std::nullopt});
    bench.advance_ms(60'000);
    REQUIRE(static_cast<int>(bench.delivered.size()) == tries + 1);
    CHECK(bench.delivered.back().body == bench.delivered.front().body);
  }
  bench.acknowledge(bench.delivered.back());
  CHECK(bench.disk.pending().empty());
}

TEST_CASE("a refused record is quarantined with an alarm, and those behind it go on") {
  StoreBench bench;
  bench.start();
  bench.save("bad");
  bench.save("good");
  bench.answer(bench.delivered.at(0), delivery::Refused{"HTTP status 422: The form is unknown"});
  bench.acknowledge(bench.delivered.at(1));
  CHECK(bench.disk.quarantined().at(id_of("bad")) == "HTTP status 422: The form is unknown");
  CHECK(bench.disk.receipts().count(id_of("good")) == 1);
  REQUIRE(bench.last<app::SubmissionRefused>() != nullptr);
  CHECK(bench.last<app::SubmissionRefused>()->submission == id_of("bad"));
  CHECK(bench.log.has("outbox.quarantined reference=SC-bad"));
  bench.advance_ms(3'600'000);
  CHECK(bench.delivered.size() == 2);
}

TEST_CASE("what an earlier run left is sent at once, oldest first") {
  StoreBench bench;
  for (const std::string id : {"a", "b", "c"}) bench.disk.add(sample_record(id));
  bench.start();
  REQUIRE(bench.delivered.size() == 3);
  CHECK(bench.delivered.at(0).id == id_of("a"));
  CHECK(bench.delivered.at(2).id == id_of("c"));
}

TEST_CASE("a long queue waits up to a quarter of an hour, then goes out by parts until it is empty") {
  StoreBench bench;
  constexpr std::size_t kMany = 500;
  for (std::size_t i = 0; i < kMany; ++i)
    bench.disk.add(sample_record(std::to_string(i), bench.clock.utc_ms()));
  bench.start();
  CHECK(bench.work.next_due() > bench.clock.steady_ms());
  bench.advance_ms(15 * 60'000);
  for (std::size_t next = 0; next < bench.delivered.size(); ++next) {
    bench.acknowledge(outbox::Record(bench.delivered[next]));
  }
  CHECK(bench.delivered.size() == kMany);
  CHECK(bench.disk.pending().empty());
  CHECK(bench.disk.most_read_at_once() <= 100);
}

TEST_CASE("a part of the queue that fails for ever does not hide what lies behind it") {
  StoreBench bench;
  for (int i = 0; i < 70; ++i) bench.disk.add(sample_record(std::to_string(i), bench.clock.utc_ms()));
  bench.start();
  bench.advance_ms(15 * 60'000);
  bool last_was_sent = false;
  for (std::size_t next = 0; next < 2'000 && !last_was_sent; ++next) {
    while (next >= bench.delivered.size()) bench.advance_ms(60'000);
    last_was_sent = bench.delivered[next].id == id_of("69");
    bench.answer(outbox::Record(bench.delivered[next]), delivery::Retry{"HTTP status 500", std::nullopt});
  }
  CHECK(last_was_sent);
}

TEST_CASE("when the line is back, everything pending is sent at once") {
  StoreBench bench;
  bench.start();
  bench.save("one");
  bench.save("two");
  for (const outbox::Record& record : std::vector(bench.delivered)) {
    bench.answer(record, delivery::Retry{"offline", 900});
  }
  CHECK(bench.delivered.size() == 2);
  bench.run(runtime::LineIsBack{});
  CHECK(bench.delivered.size() == 4);
}

TEST_CASE("asking for room is answered only when there is none") {
  StoreBench bench;
  bench.start();
  bench.run(app::AskRoom{VisitId{3}});
  CHECK(bench.posted.empty());
  bench.disk.set_room(false);
  bench.run(app::AskRoom{VisitId{4}});
  REQUIRE(bench.last<app::FormsClosed>() != nullptr);
  CHECK(bench.last<app::FormsClosed>()->visit == VisitId{4});
  CHECK(bench.last<app::FormsClosed>()->code == ErrorCode::full);
  bench.run(app::AskRoom{VisitId{4}});
  CHECK(bench.times_logged("outbox.no_room") == 1);
  bench.disk.set_room(fail(ErrorCode::io, "a disk that does not read"));
  bench.run(app::AskRoom{VisitId{5}});
  CHECK(bench.last<app::FormsClosed>()->code == ErrorCode::io);
}

TEST_CASE("a record that lies for an hour raises an alarm, then once an hour until it is gone") {
  StoreBench bench;
  bench.start();
  bench.save("one");
  bench.advance_ms(3'599'000);
  CHECK(bench.times_logged("outbox.old") == 0);
  bench.advance_ms(1'000);
  CHECK(bench.times_logged("outbox.old pending=1") == 1);
  for (int minute = 0; minute < 59; ++minute) bench.advance_ms(60'000);
  CHECK(bench.times_logged("outbox.old") == 1);
  bench.advance_ms(60'000);
  CHECK(bench.times_logged("outbox.old") == 2);
  bench.acknowledge(bench.delivered.front());
  bench.advance_ms(3'600'000);
  CHECK(bench.times_logged("outbox.old") == 2);
}
