#include "kiosk/runtime/mailbox.h"

#include <thread>

#include "tests/support/catch.h"

using lotsen::runtime::Mailbox;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

TEST_CASE("values come out in the order they were posted, from every thread") {
  Mailbox<std::pair<int, int>> box;
  std::vector<std::thread> posters;
  for (int poster = 0; poster < 4; ++poster) {
    posters.emplace_back([&box, poster] {
      for (int value = 0; value < 500; ++value) box.post({poster, value});
    });
  }
  std::vector<int> next(4, 0);
  for (int i = 0; i < 2'000; ++i) {
    const auto got = box.take_until(steady_clock::time_point::max(), {});
    REQUIRE(got);
    REQUIRE(got->second == next[static_cast<std::size_t>(got->first)]++);
  }
  for (std::thread& poster : posters) poster.join();
  CHECK_FALSE(box.take());
}

TEST_CASE("waiting ends at the deadline with nothing") {
  Mailbox<int> box;
  const auto deadline = steady_clock::now() + milliseconds(20);
  CHECK_FALSE(box.take_until(deadline, {}));
  CHECK(steady_clock::now() >= deadline);
}

TEST_CASE("a stop ends the wait, but what is in the box still comes out") {
  Mailbox<int> box;
  std::stop_source stop;
  std::thread stopper([&stop] { stop.request_stop(); });
  CHECK_FALSE(box.take_until(steady_clock::time_point::max(), stop.get_token()));
  stopper.join();
  box.post(1);
  CHECK(box.take_until(steady_clock::time_point::max(), stop.get_token()) == 1);
}

TEST_CASE("whoever waits elsewhere is told after the value is in") {
  Mailbox<int>* told = nullptr;
  std::optional<int> seen;
  Mailbox<int> box([&] { seen = told->take(); });
  told = &box;
  box.post(5);
  CHECK(seen == 5);
}
