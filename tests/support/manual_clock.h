// A clock that stands until a test moves it.
#pragma once
#include "services/core/clock.h"

namespace lotsen::tests {

class ManualClock : public Clock {
 public:
  UtcMs utc_ms() const override { return utc_; }
  SteadyMs steady_ms() const override { return steady_; }
  void advance_ms(std::int64_t ms) {
    utc_ += ms;
    steady_ += ms;
  }

 private:
  UtcMs utc_ = 1'795'269'787'120;  // 2026-11-21T14:03:07.120Z
  SteadyMs steady_ = 1'000'000;
};

}  // namespace lotsen::tests
