// LocalTime: what a calendar and a clock on a Swedish wall show. For all who show an instant or print it.
#pragma once
#include <chrono>

#include "services/core/clock.h"

namespace lotsen::i18n {

struct TimeOfDay {
  int hours = 0;
  int minutes = 0;
  bool operator==(const TimeOfDay&) const = default;
};

// In Europe/Stockholm, summer time included. Safe from any thread; take microseconds.
std::chrono::year_month_day date_of(UtcMs instant);
TimeOfDay time_of(UtcMs instant);

}  // namespace lotsen::i18n
