#include "services/core/clock.h"

#include <cstdio>
#include <ctime>

namespace lotsen {
namespace {

std::int64_t read_ms(clockid_t id) {
  timespec t{};
  clock_gettime(id, &t);
  return static_cast<std::int64_t>(t.tv_sec) * 1000 + t.tv_nsec / 1'000'000;
}

}  // namespace

UtcMs SystemClock::utc_ms() const { return read_ms(CLOCK_REALTIME); }

SteadyMs SystemClock::steady_ms() const { return read_ms(CLOCK_BOOTTIME); }

std::string to_rfc3339(UtcMs time) {
  const std::int64_t ms = ((time % 1000) + 1000) % 1000;
  const auto seconds = static_cast<std::time_t>((time - ms) / 1000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ", parts.tm_year + 1900,
                parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                static_cast<int>(ms));
  return text;
}

}  // namespace lotsen
