#include "kiosk/runtime/age_alarm.h"

#include <algorithm>

namespace lotsen::runtime {

void AgeAlarm::check_at(SteadyMs time) {
  next_check_ = std::min(next_check_.value_or(time), time);
}

// A record's age goes by the wall clock, which may have jumped: the next check is never more than an hour
// away.
void AgeAlarm::check(const outbox::Counts& counts, UtcMs utc, SteadyMs now) {
  next_check_.reset();
  if (!counts.oldest_pending) return;
  const UtcMs age = std::max<UtcMs>(utc - *counts.oldest_pending, 0);
  if (age < kHourMs) {
    next_check_ = now + kHourMs - age;
    return;
  }
  next_check_ = std::max(now, alarmed_.value_or(now - kHourMs) + kHourMs);
  if (*next_check_ > now) return;
  log_.alarm("outbox.old", {{"pending", counts.pending}, {"age_min", age / 60'000}});
  alarmed_ = now;
  next_check_ = now + kHourMs;
}

}  // namespace lotsen::runtime
