// Clock: the only way to ask for the time. Tests use the ManualClock of tests/support.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lotsen {

using UtcMs = std::int64_t;     // milliseconds since 1970-01-01T00:00Z, for what people and servers read
using SteadyMs = std::int64_t;  // milliseconds of CLOCK_BOOTTIME, for waiting: never jumps, counts sleep

class Clock {
 public:
  virtual ~Clock() = default;
  virtual UtcMs utc_ms() const = 0;
  virtual SteadyMs steady_ms() const = 0;
};

// The machine's clocks. Safe from any thread.
class SystemClock : public Clock {
 public:
  UtcMs utc_ms() const override;
  SteadyMs steady_ms() const override;
};

// "2026-11-21T14:03:07.120Z" (RFC 3339), as all our JSON writes instants.
std::string to_rfc3339(UtcMs time);
// Takes exactly that form, from 1970 to 9999; nothing for anything else.
std::optional<UtcMs> parse_rfc3339(std::string_view text);

}  // namespace lotsen
