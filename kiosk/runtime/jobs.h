// What lies in the workers' mailboxes.
#pragma once
#include <variant>

#include "kiosk/app/command.h"
#include "kiosk/delivery/delivery.h"
#include "kiosk/outbox/outbox.h"
#include "kiosk/runtime/worker_parts.h"

namespace lotsen::runtime {

struct Settled {  // what came of a Deliver
  SubmissionId id;
  CaseReference reference;
  delivery::Verdict verdict;
};
struct LineIsBack {};
using StoreJob = std::variant<app::SaveSubmission, app::AskRoom, app::EndVisit, Settled, LineIsBack>;

struct UseKeys {
  WorkerKeys keys;
};
struct NoKeys {};  // they cannot be read now
struct Deliver {
  outbox::Record record;
};
struct SetOffline {
  bool offline = false;
};
using DeliveryJob =
    std::variant<UseKeys, NoKeys, Deliver, SetOffline, app::SendHelpCall, app::AskHelpCall, app::EndVisit>;

}  // namespace lotsen::runtime
