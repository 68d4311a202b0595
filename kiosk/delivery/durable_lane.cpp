#include "kiosk/delivery/durable_lane.h"

#include <algorithm>

namespace lotsen::delivery {

void DurableLane::add_saved(const SubmissionId& id, SteadyMs now) {
  if (!knows(id)) records_.push_back({id, 0, now, false, true});
}

void DurableLane::add_backlog(const SubmissionId& id, SteadyMs now) {
  if (!knows(id)) records_.push_back({id, 0, now, false, false});
}

void DurableLane::spread_start(SteadyMs now) {
  constexpr double kSpreadMs = 15 * 60 * 1'000;
  line_rests_until_ = now + static_cast<SteadyMs>(kSpreadMs * random_0_1_());
}

std::vector<SubmissionId> DurableLane::take_due(SteadyMs now) {
  std::vector<SubmissionId> due;
  for (auto next = next_allowed(now); next != records_.end(); next = next_allowed(now)) {
    next->in_flight = true;
    due.push_back(next->id);
  }
  return due;
}

void DurableLane::settled(const SubmissionId& id, SteadyMs now) {
  const auto record = find(id);
  if (record == records_.end()) return;
  records_.erase(record);
  if (line_failures_ > 0) line_rests_until_ = now;
  line_failures_ = 0;
}

// Requests that ran side by side fail together: only the first of them makes the line rest longer.
int DurableLane::failed(const SubmissionId& id, std::optional<int> retry_after_s, SteadyMs now) {
  const auto record = find(id);
  if (record == records_.end()) return 0;
  record->in_flight = false;
  record->just_saved = false;
  record->due = now + delay_ms(back_off_, record->tries++, retry_after_s, random_0_1_());
  if (now >= line_rests_until_) {
    line_rests_until_ = now + delay_ms(back_off_, line_failures_++, retry_after_s, random_0_1_());
  }
  return record->tries;
}

void DurableLane::online(SteadyMs now) {
  line_failures_ = 0;
  line_rests_until_ = now;
  for (Record& record : records_) {
    record.tries = 0;
    record.due = now;
  }
}

bool DurableLane::knows(const SubmissionId& id) const {
  return std::any_of(records_.begin(), records_.end(),
                     [&id](const Record& record) { return record.id == id; });
}

bool DurableLane::all_tried() const {
  return std::all_of(records_.begin(), records_.end(),
                     [](const Record& record) { return record.in_flight || record.tries > 0; });
}

std::optional<SteadyMs> DurableLane::next_due() const {
  std::optional<SteadyMs> soonest;
  const int running = in_flight();
  for (const Record& record : records_) {
    const int most = record.just_saved ? kMostInFlight : most_in_flight();
    if (record.in_flight || running >= most) continue;
    soonest = std::min(soonest.value_or(allowed_at(record)), allowed_at(record));
  }
  return soonest;
}

DurableLane::Records::iterator DurableLane::find(const SubmissionId& id) {
  return std::find_if(records_.begin(), records_.end(),
                      [&id](const Record& record) { return record.id == id; });
}

// The visitor who is looking at the screen first, then whoever has been due the longest.
DurableLane::Records::iterator DurableLane::next_allowed(SteadyMs now) {
  const int running = in_flight();
  auto best = records_.end();
  for (auto record = records_.begin(); record != records_.end(); ++record) {
    const int most = record->just_saved ? kMostInFlight : most_in_flight();
    if (record->in_flight || running >= most || allowed_at(*record) > now) continue;
    if (record->just_saved) return record;
    if (best == records_.end() || record->due < best->due) best = record;
  }
  return best;
}

SteadyMs DurableLane::allowed_at(const Record& record) const {
  return record.just_saved ? record.due : std::max(record.due, line_rests_until_);
}

int DurableLane::in_flight() const {
  return static_cast<int>(
      std::count_if(records_.begin(), records_.end(), [](const Record& record) { return record.in_flight; }));
}

}  // namespace lotsen::delivery
