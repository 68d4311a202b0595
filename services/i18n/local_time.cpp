#include "services/i18n/local_time.h"

#include <unicode/timezone.h>

#include <memory>

namespace lotsen::i18n {
namespace {

using Milliseconds = std::chrono::sys_time<std::chrono::milliseconds>;

// The instant as if Stockholm were at Greenwich.
Milliseconds local(UtcMs instant) {
  const std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone("Europe/Stockholm"));
  std::int32_t winter_offset = 0;
  std::int32_t summer_offset = 0;
  UErrorCode fault = U_ZERO_ERROR;
  zone->getOffset(static_cast<UDate>(instant), 0, winter_offset, summer_offset, fault);
  return Milliseconds(std::chrono::milliseconds(instant + winter_offset + summer_offset));
}

}  // namespace

std::chrono::year_month_day date_of(UtcMs instant) {
  return std::chrono::floor<std::chrono::days>(local(instant));
}

TimeOfDay time_of(UtcMs instant) {
  const Milliseconds time = local(instant);
  const auto minutes =
      std::chrono::floor<std::chrono::minutes>(time - std::chrono::floor<std::chrono::days>(time)).count();
  return {static_cast<int>(minutes / 60), static_cast<int>(minutes % 60)};
}

}  // namespace lotsen::i18n
