// AgeAlarm: nothing a visitor sent may lie unseen. Alarms when the oldest record has been pending for an
// hour, at most once an hour, and asks for no wake-up while nothing is pending. Store thread only.
#pragma once
#include <optional>

#include "kiosk/outbox/outbox.h"
#include "services/core/log.h"

namespace lotsen::runtime {

class AgeAlarm {
 public:
  explicit AgeAlarm(Log& log) : log_(log) {}

  void check_at(SteadyMs time);  // no later than that
  bool due(SteadyMs now) const { return next_check_ && *next_check_ <= now; }
  std::optional<SteadyMs> next_check() const { return next_check_; }
  void check(const outbox::Counts& counts, UtcMs utc, SteadyMs now);
  static constexpr SteadyMs kHourMs = 60 * 60 * 1'000;

 private:
  Log& log_;
  std::optional<SteadyMs> next_check_;
  std::optional<SteadyMs> alarmed_;
};

}  // namespace lotsen::runtime
