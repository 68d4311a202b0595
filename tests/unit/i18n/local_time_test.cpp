#include "services/i18n/local_time.h"

#include "tests/support/catch.h"

using lotsen::parse_rfc3339;
using lotsen::i18n::date_of;
using lotsen::i18n::time_of;
using lotsen::i18n::TimeOfDay;
using namespace std::chrono_literals;

namespace {

lotsen::UtcMs at(std::string_view instant) {
  return parse_rfc3339(instant).value();
}

}  // namespace

TEST_CASE("A Swedish clock is one hour ahead in winter and two in summer") {
  CHECK(time_of(at("2026-11-21T14:03:59.999Z")) == TimeOfDay{15, 3});
  CHECK(time_of(at("2026-07-01T14:03:00.000Z")) == TimeOfDay{16, 3});
}

TEST_CASE("Clocks change at one o'clock UTC on the last Sundays of March and October") {
  CHECK(time_of(at("2026-03-29T00:59:59.999Z")) == TimeOfDay{1, 59});
  CHECK(time_of(at("2026-03-29T01:00:00.000Z")) == TimeOfDay{3, 0});
  CHECK(time_of(at("2026-10-25T00:59:59.999Z")) == TimeOfDay{2, 59});
  CHECK(time_of(at("2026-10-25T01:00:00.000Z")) == TimeOfDay{2, 0});
}

TEST_CASE("The day begins at midnight in Stockholm") {
  CHECK(date_of(at("2026-11-21T22:59:59.999Z")) == 2026y / 11 / 21);
  CHECK(date_of(at("2026-11-21T23:00:00.000Z")) == 2026y / 11 / 22);
  CHECK(date_of(at("2026-12-31T23:30:00.000Z")) == 2027y / 1 / 1);
  CHECK(time_of(at("2026-12-31T23:30:00.000Z")) == TimeOfDay{0, 30});
}

TEST_CASE("Instants before 1970 have a date and a time") {
  CHECK(date_of(-1) == 1970y / 1 / 1);
  CHECK(time_of(-1) == TimeOfDay{0, 59});
  CHECK(date_of(-3'600'001) == 1969y / 12 / 31);
}
