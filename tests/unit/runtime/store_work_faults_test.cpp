// Disks that fail: nothing is lost, nothing doubled, nothing crashes, and a mended disk heals.
#include "tests/unit/runtime/store_bench.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("a COMMIT that failed is tried once more before anybody is told") {
  const bool kept = GENERATE(false, true);
  StoreBench bench;
  bench.start();
  bench.disk.fail_next_put(ErrorCode::io, kept);
  bench.save("one");
  CHECK(bench.last<app::SaveFailed>() == nullptr);
  CHECK(bench.last<app::SubmissionSaved>() != nullptr);
  CHECK(bench.disk.pending().size() == 1);
}

TEST_CASE("try again after a failed save puts the same bytes, so that it cannot conflict with itself") {
  const bool kept = GENERATE(false, true);
  StoreBench bench;
  bench.start();
  bench.disk.fail_next_put(ErrorCode::io, kept);
  bench.disk.fail_next_put(ErrorCode::io, kept);
  bench.save("one", 2);
  REQUIRE(bench.last<app::SaveFailed>() != nullptr);
  CHECK(bench.last<app::SaveFailed>()->visit == VisitId{2});
  CHECK(bench.last<app::SaveFailed>()->submission == id_of("one"));
  CHECK(bench.last<app::SaveFailed>()->code == ErrorCode::io);
  CHECK(bench.delivered.empty());
  bench.save("one", 2);
  CHECK(bench.last<app::SubmissionSaved>() != nullptr);
  CHECK(bench.disk.pending().size() == 1);
  bench.advance_ms(60'000);
  CHECK(bench.delivered.size() == 1);
}

TEST_CASE("a save that was never confirmed but happened is sent once its visit is over") {
  StoreBench bench;
  bench.start();
  bench.disk.fail_next_put(ErrorCode::io, true);
  bench.disk.fail_next_put(ErrorCode::io, true);
  bench.save("one");
  bench.advance_ms(60'000);
  CHECK(bench.delivered.empty());
  bench.run(app::EndVisit{VisitId{1}});
  REQUIRE(bench.delivered.size() == 1);
  CHECK(bench.log.has("outbox.save_unknown reference=SC-one"));
}

TEST_CASE("a full disk fails the save as full, and the next works when there is room") {
  StoreBench bench;
  bench.start();
  bench.disk.fail_next_put(ErrorCode::full);
  bench.save("one");
  REQUIRE(bench.last<app::SaveFailed>() != nullptr);
  CHECK(bench.last<app::SaveFailed>()->code == ErrorCode::full);
  CHECK(bench.log.has("outbox.save_failed reference=SC-one"));
  bench.save("one");
  CHECK(bench.last<app::SubmissionSaved>() != nullptr);
  CHECK(bench.delivered.size() == 1);
}

TEST_CASE("saving what is saved already is a success, not a conflict") {
  StoreBench bench;
  bench.start();
  bench.save("one");
  bench.save("one");
  CHECK(bench.last<app::SaveFailed>() == nullptr);
  CHECK(bench.disk.pending().size() == 1);
  CHECK(bench.delivered.size() == 1);
}

TEST_CASE("an outbox that does not open closes the forms, alarms once, and heals") {
  StoreBench bench;
  bench.disk.add(sample_record("left"));
  bench.disk.fail_opening(ErrorCode::corrupt);
  bench.start();
  bench.run(app::AskRoom{VisitId{1}});
  REQUIRE(bench.last<app::FormsClosed>() != nullptr);
  CHECK(bench.last<app::FormsClosed>()->code == ErrorCode::corrupt);
  bench.save("one");
  REQUIRE(bench.last<app::SaveFailed>() != nullptr);
  CHECK(bench.last<app::SaveFailed>()->code == ErrorCode::corrupt);
  for (int minute = 0; minute < 10; ++minute) bench.advance_ms(60'000);
  CHECK(bench.times_logged("store.closed") == 1);
  CHECK(bench.keys_handed_on == 1);  // staff can be called all the same
  bench.disk.fail_opening(std::nullopt);
  bench.advance_ms(60'000);
  CHECK(bench.log.has("store.opened"));
  CHECK(bench.delivered.size() == 1);
  bench.save("one");
  CHECK(bench.last<app::SubmissionSaved>() != nullptr);
}

TEST_CASE("a mended disk heals at the visitor's next press, without waiting for the back-off") {
  StoreBench bench;
  bench.disk.fail_opening(ErrorCode::io);
  bench.start();
  bench.disk.fail_opening(std::nullopt);
  bench.save("one");
  CHECK(bench.last<app::SubmissionSaved>() != nullptr);
}

TEST_CASE("without keys nothing is saved or sent, and nothing crashes") {
  StoreBench bench;
  bench.disk.add(sample_record("left"));
  bench.keys_fault = ErrorCode::corrupt;
  bench.start();
  bench.save("one");
  REQUIRE(bench.last<app::SaveFailed>() != nullptr);
  CHECK(bench.last<app::SaveFailed>()->code == ErrorCode::corrupt);
  CHECK(bench.delivered.empty());
  CHECK(bench.disk.pending().size() == 1);
  bench.keys_fault.reset();
  bench.advance_ms(60'000);
  CHECK(bench.keys_handed_on == 1);
  CHECK(bench.delivered.size() == 1);
}

TEST_CASE("a receipt that cannot be booked is told of, and the record asked about again") {
  StoreBench bench;
  bench.start();
  bench.save("one");
  bench.disk.fail_next_booking();
  bench.acknowledge(bench.delivered.at(0));
  CHECK(bench.last<app::SubmissionReceived>() != nullptr);
  CHECK(bench.log.has("outbox.booking_failed reference=SC-one"));
  for (int minute = 0; minute < 3; ++minute) bench.advance_ms(60'000);
  REQUIRE(bench.delivered.size() == 2);
  bench.acknowledge(bench.delivered.at(1));
  CHECK(bench.disk.pending().empty());
  CHECK(bench.disk.receipts().count(id_of("one")) == 1);
}

TEST_CASE("answers that come after the record is done change nothing") {
  StoreBench bench;
  bench.start();
  bench.save("one");
  bench.acknowledge(bench.delivered.at(0));
  const std::size_t posted = bench.posted.size();
  bench.acknowledge(bench.delivered.at(0));
  bench.answer(bench.delivered.at(0), delivery::Retry{"late", std::nullopt});
  bench.answer(bench.delivered.at(0), delivery::Refused{"late"});
  CHECK(bench.posted.size() == posted);
  CHECK(bench.disk.quarantined().empty());
}
