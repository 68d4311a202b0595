#include "kiosk/runtime/age_alarm.h"

#include "tests/support/catch.h"
#include "tests/support/kept_log.h"

using namespace lotsen;
using lotsen::runtime::AgeAlarm;

namespace {
constexpr SteadyMs kHour = AgeAlarm::kHourMs;
outbox::Counts one_pending_since(UtcMs created) {
  return {1, 0, created};
}
}  // namespace

TEST_CASE("with nothing pending no check is planned") {
  tests::KeptLog log;
  AgeAlarm alarm(log);
  CHECK_FALSE(alarm.next_check());
  alarm.check_at(10);
  CHECK(alarm.due(10));
  alarm.check({}, 99 * kHour, 10);
  CHECK_FALSE(alarm.next_check());
  CHECK(log.lines().empty());
}

TEST_CASE("the next check comes when the oldest is an hour old") {
  tests::KeptLog log;
  AgeAlarm alarm(log);
  alarm.check(one_pending_since(10 * kHour), 10 * kHour + 600'000, 5);
  CHECK(alarm.next_check() == 5 + kHour - 600'000);
  CHECK(log.lines().empty());
}

TEST_CASE("a wall clock that stands before the record's time delays no check by more than an hour") {
  tests::KeptLog log;
  AgeAlarm alarm(log);
  alarm.check(one_pending_since(1'000 * kHour), 0, 5);
  CHECK(alarm.next_check() == 5 + kHour);
}

TEST_CASE("a check that comes early does not alarm twice within the hour") {
  tests::KeptLog log;
  AgeAlarm alarm(log);
  alarm.check(one_pending_since(0), 3 * kHour, 100);
  CHECK(log.lines().size() == 1);
  alarm.check(one_pending_since(0), 3 * kHour, 200);
  CHECK(log.lines().size() == 1);
  CHECK(alarm.next_check() == 100 + kHour);
  alarm.check(one_pending_since(0), 4 * kHour, 100 + kHour);
  CHECK(log.lines().size() == 2);
}
