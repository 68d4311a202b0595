// StoreWork: what the store thread does; the only user of the Outbox. Saves submissions, decides when which
// record is sent and books what came of it. Plain text lives only inside save(). No threads in here: a test
// calls it with a manual clock.
#pragma once
#include <functional>
#include <map>
#include <optional>

#include "kiosk/delivery/durable_lane.h"
#include "kiosk/runtime/age_alarm.h"
#include "kiosk/runtime/jobs.h"
#include "kiosk/runtime/opening.h"

namespace lotsen::runtime {

class StoreWork {
 public:
  StoreWork(const WorkerParts& parts, PostAction post, std::function<void(DeliveryJob)> deliver);

  void carry_out(const StoreJob& job);
  void run_due();                            // after every job, and when next_due() has come
  std::optional<SteadyMs> next_due() const;  // nothing: sleep until there is a job

 private:
  void handle(const app::SaveSubmission& command);
  void handle(const app::AskRoom& command);
  void handle(const app::EndVisit& command);
  void handle(const Settled& settled);
  void handle(const LineIsBack& line);

  void book(const Settled& settled, const delivery::Acknowledged& answer);
  void book(const Settled& settled, const delivery::Refused& answer);
  void book(const Settled& settled, const delivery::Retry& answer);
  void booked(const Settled& settled, const Result<void>& result);

  Result<void> open();
  void hand_on_keys();
  Result<void> keep(const Submission& submission);
  const outbox::Record& frozen(const Submission& submission);
  Result<bool> has_room();
  void tell_no_room();
  void read_backlog();
  void send_due();
  void check_age();
  void note_trouble(const Error& error);
  SteadyMs now() const { return parts_.clock.steady_ms(); }

  const WorkerParts& parts_;
  PostAction post_;
  std::function<void(DeliveryJob)> deliver_;
  Opening opening_;
  delivery::DurableLane lane_;
  AgeAlarm age_;
  // Sealed, but perhaps not on the disk: another try puts the same bytes, since the id is bound to them.
  std::map<SubmissionId, outbox::Record> unconfirmed_;
  bool keys_handed_on_ = false;
  bool no_room_told_ = false;
  bool backlog_read_ = false;  // false: the outbox may hold records that the lane does not know
  bool started_ = false;
};

}  // namespace lotsen::runtime
