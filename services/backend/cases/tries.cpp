#include "services/backend/cases/tries.h"

namespace lotsen::cases {

std::optional<std::int64_t> Tries::locked_for_ms(const std::string& name, SteadyMs now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= kMostNames) drop_ended(now);
  const auto found = counts_.find(name);
  if (found == counts_.end()) {
    return counts_.size() < kMostNames ? std::nullopt : std::optional(window_ms_);
  }
  const Count& count = found->second;
  if (count.ends <= now || count.wrong < allowed_) return std::nullopt;
  return count.ends - now;
}

void Tries::wrong(const std::string& name, SteadyMs now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= kMostNames) drop_ended(now);
  if (counts_.size() >= kMostNames && !counts_.contains(name)) return;
  Count& count = counts_[name];
  if (count.ends <= now) count = {0, now + window_ms_};
  ++count.wrong;
}

void Tries::drop_ended(SteadyMs now) {
  std::erase_if(counts_, [now](const auto& entry) { return entry.second.ends <= now; });
}

}  // namespace lotsen::cases
