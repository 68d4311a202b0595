#include "services/core/clock.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace lotsen {
namespace {

std::int64_t read_ms(clockid_t id) {
  timespec t{};
  clock_gettime(id, &t);
  return static_cast<std::int64_t>(t.tv_sec) * 1000 + t.tv_nsec / 1'000'000;
}

// Digits stand for digits, everything else for itself.
bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '0' ? !digit : text[i] != shape[i]) return false;
  }
  return true;
}

unsigned number_at(std::string_view text, std::size_t at, std::size_t count) {
  unsigned number = 0;
  std::from_chars(text.data() + at, text.data() + at + count, number);
  return number;
}

}  // namespace

UtcMs SystemClock::utc_ms() const {
  return read_ms(CLOCK_REALTIME);
}

SteadyMs SystemClock::steady_ms() const {
  return read_ms(CLOCK_BOOTTIME);
}

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

std::optional<UtcMs> parse_rfc3339(std::string_view text) {
  if (!has_shape(text, "0000-00-00T00:00:00.000Z")) return std::nullopt;
  using namespace std::chrono;
  const year_month_day date{year(static_cast<int>(number_at(text, 0, 4))), month(number_at(text, 5, 2)),
                            day(number_at(text, 8, 2))};
  const unsigned hour = number_at(text, 11, 2);
  const unsigned minute = number_at(text, 14, 2);
  const unsigned second = number_at(text, 17, 2);
  if (!date.ok() || date.year() < year(1970) || hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const auto time =
      sys_days(date) + hours(hour) + minutes(minute) + seconds(second) + milliseconds(number_at(text, 20, 3));
  return time.time_since_epoch().count();
}

}  // namespace lotsen
