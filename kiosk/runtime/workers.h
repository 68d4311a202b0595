// Workers: the kiosk's threads beside the one that draws. *store* is the only user of the outbox, *delivery*
// of the HTTP client; mailboxes join them. Made by main; the shell hands it update's commands. Nothing here
// blocks the caller: opening the disk, sealing and sending all happen on the workers, which post back what
// came of it.
#pragma once
#include <stop_token>
#include <thread>

#include "kiosk/app/command.h"
#include "kiosk/runtime/delivery_work.h"
#include "kiosk/runtime/jobs.h"
#include "kiosk/runtime/mailbox.h"
#include "kiosk/runtime/worker_parts.h"

namespace lotsen::runtime {

class Workers {
 public:
  // `post` is called on the worker threads until the destructor returns.
  Workers(WorkerParts parts, PostAction post);
  ~Workers();  // finishes what is being saved, lets go of requests; what is pending stays in the outbox
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Any thread.
  void carry_out(app::Command command);
  void set_offline(bool offline);  // false: everything pending is tried at once

 private:
  void hand_out(app::SaveSubmission& command) { store_box_.post(std::move(command)); }
  void hand_out(app::AskRoom& command) { store_box_.post(command); }
  void hand_out(app::SendHelpCall& command) { delivery_box_.post(std::move(command)); }
  void hand_out(app::AskHelpCall& command) { delivery_box_.post(std::move(command)); }
  void hand_out(app::EndVisit& command);

  void run_store(const std::stop_token& stop);
  void run_delivery(const std::stop_token& stop);
  std::chrono::steady_clock::time_point deadline(std::optional<SteadyMs> due) const;

  const WorkerParts parts_;
  const PostAction post_;
  DeliveryWork delivery_;
  Mailbox<StoreJob> store_box_;
  Mailbox<DeliveryJob> delivery_box_;
  std::jthread store_thread_;
  std::jthread delivery_thread_;
};

}  // namespace lotsen::runtime
