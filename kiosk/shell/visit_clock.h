// The visit's clock: the machine's, which a visit script may move forward (`idle 60s`).
#pragma once
#include "services/core/clock.h"

namespace lotsen::shell {

class VisitClock : public Clock {
 public:
  explicit VisitClock(const Clock& machine) : machine_(machine) {}
  UtcMs utc_ms() const override { return machine_.utc_ms() + ahead_; }
  SteadyMs steady_ms() const override { return machine_.steady_ms() + ahead_; }
  void advance_ms(std::int64_t ms) { ahead_ += ms; }

 private:
  const Clock& machine_;
  std::int64_t ahead_ = 0;
};

}  // namespace lotsen::shell
