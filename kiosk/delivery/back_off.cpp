#include <algorithm>

#include "kiosk/delivery/delivery.h"

namespace lotsen::delivery {

// Full jitter (a draw from zero, not around the middle) spreads a fleet that lost the same network best.
int delay_ms(const BackOff& back_off, int tries, std::optional<int> retry_after_s, double random_0_1) {
  constexpr int kMostRetryAfterS = 15 * 60;
  constexpr int kMostDoublings = 30;
  const std::int64_t doubled = std::int64_t{back_off.base_ms} << std::clamp(tries, 0, kMostDoublings);
  const double longest = static_cast<double>(std::min<std::int64_t>(doubled, back_off.cap_ms));
  const int drawn = static_cast<int>(longest * std::clamp(random_0_1, 0.0, 1.0));
  const int asked = std::clamp(retry_after_s.value_or(0), 0, kMostRetryAfterS) * 1'000;
  return std::max(drawn, asked);
}

}  // namespace lotsen::delivery
