#include "services/core/clock.h"

#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

using namespace lotsen;

TEST_CASE("An instant is written in UTC with milliseconds") {
  CHECK(to_rfc3339(0) == "1970-01-01T00:00:00.000Z");
  CHECK(to_rfc3339(1'795'269'787'120) == "2026-11-21T14:03:07.120Z");
  CHECK(to_rfc3339(1'709'164'799'999) == "2024-02-28T23:59:59.999Z");
  CHECK(to_rfc3339(1'709'164'800'000) == "2024-02-29T00:00:00.000Z");
  CHECK(to_rfc3339(1'795'269'787'005) == "2026-11-21T14:03:07.005Z");
}

TEST_CASE("An instant before 1970 is written right too") {
  CHECK(to_rfc3339(-1) == "1969-12-31T23:59:59.999Z");
  CHECK(to_rfc3339(-1'000) == "1969-12-31T23:59:59.000Z");
  CHECK(to_rfc3339(-86'400'001) == "1969-12-30T23:59:59.999Z");
}

TEST_CASE("An instant that was written is read back as it was") {
  for (const UtcMs time :
       {UtcMs{0}, UtcMs{1'795'269'787'120}, UtcMs{1'709'164'800'000}, UtcMs{253'402'300'799'999}}) {
    CHECK(parse_rfc3339(to_rfc3339(time)) == time);
  }
}

TEST_CASE("What is not an instant of our form is not read as one") {
  for (const char* text :
       {"", "2026-11-21", "2026-11-21T14:03:07Z", "2026-11-21T14:03:07.120", "2026-11-21T14:03:07.120+01:00",
        "2026-11-21 14:03:07.120Z", "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z",
        "2026-00-01T00:00:00.000Z", "2026-11-21T24:00:00.000Z", "2026-11-21T14:60:00.000Z",
        "2026-11-21T14:03:60.000Z", "1969-12-31T23:59:59.999Z", "2026-11-21T14:03:07.12aZ",
        "+026-11-21T14:03:07.120Z", "2026-11-21T14:03:07.120Z "}) {
    INFO(text);
    CHECK_FALSE(parse_rfc3339(text));
  }
}

TEST_CASE("The waiting clock never goes backwards and agrees with the system's date") {
  const SystemClock clock;
  const SteadyMs before = clock.steady_ms();
  CHECK(clock.steady_ms() >= before);
  CHECK(clock.utc_ms() > 1'700'000'000'000);
}

TEST_CASE("A clock set by hand moves both its times together and only when told") {
  tests::ManualClock clock;
  const UtcMs utc = clock.utc_ms();
  const SteadyMs steady = clock.steady_ms();
  CHECK(clock.utc_ms() == utc);
  clock.advance_ms(1'500);
  CHECK(clock.utc_ms() == utc + 1'500);
  CHECK(clock.steady_ms() == steady + 1'500);
}
