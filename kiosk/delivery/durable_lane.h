// DurableLane: which record is sent when. Holds ids only; the records stay in the outbox. Never gives up on
// one and lets none hold up the others: each record has its own back-off. The line has one too: while nothing
// gets through, one record at a time is tried, so that a long outage with many records stays quiet. A record
// that a visitor has just saved is tried at once whatever the line has done. Plain value for one thread
// (store).
#pragma once
#include <functional>
#include <list>
#include <optional>
#include <vector>

#include "kiosk/delivery/delivery.h"

namespace lotsen::delivery {

class DurableLane {
 public:
  static constexpr int kMostInFlight = 4;

  DurableLane(BackOff back_off, std::function<double()> random_0_1)
      : back_off_(back_off), random_0_1_(std::move(random_0_1)) {}

  void add_saved(const SubmissionId& id, SteadyMs now);
  void add_backlog(const SubmissionId& id, SteadyMs now);  // a known id is left as it is
  // A whole fleet comes back at once: a kiosk with a long queue starts at a random moment of the next 15 min.
  void spread_start(SteadyMs now);

  std::vector<SubmissionId> take_due(SteadyMs now);    // in flight from now on
  void settled(const SubmissionId& id, SteadyMs now);  // acknowledged or quarantined: forgotten
  int failed(const SubmissionId& id, std::optional<int> retry_after_s,
             SteadyMs now);   // returns its tries so far
  void online(SteadyMs now);  // the line is known to be back: all are due

  bool knows(const SubmissionId& id) const;
  bool empty() const { return records_.empty(); }
  int size() const { return static_cast<int>(records_.size()); }
  bool all_tried() const;                    // every record it knows is in flight or has failed before
  std::optional<SteadyMs> next_due() const;  // nothing: only an answer or a new record makes a difference

 private:
  struct Record {
    SubmissionId id;
    int tries = 0;
    SteadyMs due = 0;
    bool in_flight = false;
    bool just_saved = false;
  };
  using Records = std::list<Record>;

  Records::iterator find(const SubmissionId& id);
  Records::iterator next_allowed(SteadyMs now);
  SteadyMs allowed_at(const Record& record) const;
  int most_in_flight() const { return line_failures_ > 0 ? 1 : kMostInFlight; }
  int in_flight() const;

  BackOff back_off_;
  std::function<double()> random_0_1_;
  Records records_;        // in the order they were saved
  int line_failures_ = 0;  // in a row
  SteadyMs line_rests_until_ = 0;
};

}  // namespace lotsen::delivery
