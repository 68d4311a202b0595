#include "kiosk/delivery/durable_lane.h"

#include "tests/support/catch.h"

using namespace lotsen;
using namespace lotsen::delivery;

namespace {

using Ids = std::vector<SubmissionId>;

SubmissionId id(int number) {
  return SubmissionId{"id-" + std::to_string(number)};
}

struct Lane : DurableLane {
  explicit Lane(double draw = 0.5) : DurableLane({1'000, 300'000}, [draw] { return draw; }) {}
  void add_backlog_of(int count) {
    for (int number = 0; number < count; ++number) add_backlog(id(number), 0);
  }
};

}  // namespace

TEST_CASE("an empty lane has nothing due and asks for no wake-up") {
  Lane lane;
  CHECK(lane.take_due(1'000).empty());
  CHECK_FALSE(lane.next_due());
  CHECK(lane.all_tried());
}

TEST_CASE("a backlog goes out in order, four at a time") {
  Lane lane;
  lane.add_backlog_of(6);
  CHECK(lane.next_due() == 0);
  CHECK(lane.take_due(0) == Ids{id(0), id(1), id(2), id(3)});
  CHECK(lane.take_due(0).empty());
  CHECK_FALSE(lane.next_due());
  lane.settled(id(1), 5);
  CHECK(lane.take_due(5) == Ids{id(4)});
  lane.settled(id(0), 6);
  lane.settled(id(2), 6);
  CHECK(lane.take_due(6) == Ids{id(5)});
}

TEST_CASE("a record is in the lane once, however often it is added") {
  Lane lane;
  lane.add_saved(id(1), 0);
  lane.add_backlog(id(1), 0);
  lane.add_saved(id(1), 0);
  CHECK(lane.size() == 1);
  CHECK(lane.take_due(0) == Ids{id(1)});
  lane.add_backlog(id(1), 0);
  CHECK(lane.take_due(0).empty());
}

TEST_CASE("a record that fails comes back after its delay, and each delay is longer") {
  Lane lane;
  lane.add_saved(id(1), 0);
  SteadyMs now = 0;
  for (const SteadyMs delay : {500, 1'000, 2'000, 4'000}) {
    REQUIRE(lane.take_due(now) == Ids{id(1)});
    lane.failed(id(1), {}, now);
    CHECK(lane.next_due() == now + delay);
    CHECK(lane.take_due(now + delay - 1).empty());
    now += delay;
  }
  CHECK(lane.take_due(now) == Ids{id(1)});
}

TEST_CASE("Retry-After holds back the record and the line") {
  Lane lane;
  lane.add_backlog_of(2);
  lane.take_due(0);
  lane.failed(id(0), 60, 0);
  lane.failed(id(1), {}, 0);
  CHECK(lane.take_due(59'999).empty());
  CHECK_FALSE(lane.take_due(60'000).empty());
}

TEST_CASE("while nothing gets through, a long queue is tried one record at a time") {
  Lane lane;
  lane.add_backlog_of(50);
  for (const SubmissionId& tried : lane.take_due(0)) lane.failed(tried, {}, 10);
  int requests = 0;
  for (SteadyMs now = 10; now < 3'600'000; now = lane.next_due().value()) {
    const Ids due = lane.take_due(now);
    CHECK(due.size() <= 1);
    for (const SubmissionId& tried : due) lane.failed(tried, {}, now);
    ++requests;
  }
  CHECK(requests < 50);
}

TEST_CASE("the first that gets through opens the line for all that have not been tried") {
  Lane lane;
  lane.add_backlog_of(10);
  for (const SubmissionId& tried : lane.take_due(0)) lane.failed(tried, {}, 0);
  const SteadyMs later = lane.next_due().value();
  CHECK(lane.take_due(later) == Ids{id(4)});
  lane.settled(id(4), later + 1);
  CHECK(lane.take_due(later + 1).size() == 4);
}

TEST_CASE("a record just saved is tried at once although the line rests") {
  Lane lane;
  lane.add_backlog_of(5);
  for (const SubmissionId& tried : lane.take_due(0)) lane.failed(tried, 900, 0);
  lane.add_saved(id(77), 100);
  CHECK(lane.next_due() == 100);
  CHECK(lane.take_due(100) == Ids{id(77)});
  lane.failed(id(77), {}, 200);
  CHECK(lane.next_due() >= 900'000);
}

TEST_CASE("a fresh record that gets through ends the line's rest for the others") {
  Lane lane;
  lane.add_backlog_of(6);
  for (const SubmissionId& tried : lane.take_due(0)) lane.failed(tried, 900, 0);
  lane.add_saved(id(77), 100);
  CHECK(lane.take_due(100) == Ids{id(77)});
  lane.settled(id(77), 200);
  CHECK(lane.take_due(200) == Ids{id(4), id(5)});
}

TEST_CASE("a record that always fails holds up nobody") {
  Lane lane;
  const SubmissionId poison = id(0);
  lane.add_backlog_of(200);
  SteadyMs now = 0;
  while (lane.size() > 1 && now < 3'600'000) {
    for (const SubmissionId& sent : lane.take_due(now)) {
      if (sent == poison) {
        lane.failed(sent, {}, now);
      } else {
        lane.settled(sent, now + 1);
      }
    }
    now = std::max(now + 1, lane.next_due().value_or(now));
  }
  CHECK(lane.size() == 1);
  CHECK(lane.knows(poison));
  CHECK(now < 60'000);
}

TEST_CASE("when the line is known to be back, everything is due at once") {
  Lane lane;
  lane.add_backlog_of(3);
  for (int round = 0; round < 8; ++round) {
    for (const SubmissionId& tried : lane.take_due(round * 900'000)) lane.failed(tried, 900, round * 900'000);
  }
  const SteadyMs now = 8 * 900'000 - 800'000;
  CHECK(lane.take_due(now).empty());
  lane.online(now);
  CHECK(lane.take_due(now).size() == 3);
}

TEST_CASE(
    "a long queue starts at a random moment of the next quarter of an hour, a fresh record does not wait") {
  Lane lane(0.5);
  lane.add_backlog_of(51);
  lane.spread_start(1'000);
  CHECK(lane.next_due() == 451'000);
  CHECK(lane.take_due(450'999).empty());
  lane.add_saved(id(99), 2'000);
  CHECK(lane.take_due(2'000) == Ids{id(99)});
  CHECK(lane.take_due(451'000).size() == 3);
}

TEST_CASE("an answer about a record it does not know changes nothing") {
  Lane lane;
  CHECK(lane.failed(id(5), 900, 0) == 0);
  lane.settled(id(5), 0);
  lane.add_backlog(id(1), 0);
  CHECK(lane.next_due() == 0);
}

TEST_CASE("all are tried when each is under way or has failed") {
  Lane lane;
  lane.add_backlog_of(2);
  CHECK_FALSE(lane.all_tried());
  lane.take_due(0);
  CHECK(lane.all_tried());
  lane.failed(id(0), {}, 0);
  CHECK(lane.all_tried());
  lane.add_backlog(id(9), 0);
  CHECK_FALSE(lane.all_tried());
}
