#include "kiosk/delivery/delivery.h"
#include "tests/support/catch.h"

using namespace lotsen::delivery;

TEST_CASE("the longest delay doubles with each try up to the cap") {
  const BackOff back_off{1'000, 300'000};
  const double almost_one = 0.999999999;
  CHECK(delay_ms(back_off, 0, {}, almost_one) == 999);
  CHECK(delay_ms(back_off, 1, {}, almost_one) == 1'999);
  CHECK(delay_ms(back_off, 8, {}, almost_one) == 255'999);
  for (const int tries : {9, 10, 29, 30, 31, 32, 63, 64, 1'000, 2'147'483'647}) {
    INFO(tries);
    CHECK(delay_ms(back_off, tries, {}, almost_one) == 299'999);
  }
}

TEST_CASE("the delay is drawn from zero: full jitter") {
  for (int tries = 0; tries < 40; ++tries) {
    int before = -1;
    for (double draw = 0.0; draw < 1.0; draw += 0.125) {
      const int delay = delay_ms({}, tries, {}, draw);
      CHECK(delay > before);
      before = delay;
    }
    CHECK(delay_ms({}, tries, {}, 0.0) == 0);
  }
}

TEST_CASE("Retry-After is the least, but never more than a quarter of an hour") {
  CHECK(delay_ms({}, 0, 30, 0.5) == 30'000);
  CHECK(delay_ms({}, 20, 30, 0.5) == 150'000);
  CHECK(delay_ms({}, 0, 86'400, 0.5) == 900'000);
  CHECK(delay_ms({}, 0, 2'000'000'000, 0.5) == 900'000);
  CHECK(delay_ms({}, 0, -5, 0.5) == 500);
}

TEST_CASE("nonsense gives a delay within the bounds all the same") {
  CHECK(delay_ms({}, -7, {}, 0.5) == 500);
  CHECK(delay_ms({}, 3, {}, 7.0) == 8'000);
  CHECK(delay_ms({}, 3, {}, -7.0) == 0);
}
