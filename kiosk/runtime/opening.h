// Opening: keys and outbox, opened when they can be. A failure alarms once and is tried again with back-off,
// so that a mended disk heals without a restart. Store thread only.
#pragma once
#include <memory>
#include <optional>

#include "kiosk/runtime/worker_parts.h"

namespace lotsen::runtime {

class Opening {
 public:
  explicit Opening(const WorkerParts& parts) : parts_(parts), next_try_(parts.clock.steady_ms()) {}

  // At once, due or not; nothing happens when all is open.
  Result<void> open();
  // Without the outbox, which may take long: help calls need only these.
  Result<void> load_keys();
  // Lets go of an outbox that failed; it is opened anew at the next try.
  void close_after(const Error& error);

  outbox::Outbox* outbox() const { return keys_ ? outbox_.get() : nullptr; }  // null: not open
  const std::optional<WorkerKeys>& keys() const { return keys_; }
  std::optional<SteadyMs> next_try() const;  // nothing when open

 private:
  Result<void> open_outbox();
  void failed(const Error& error);

  const WorkerParts& parts_;
  std::optional<WorkerKeys> keys_;
  std::unique_ptr<outbox::Outbox> outbox_;
  SteadyMs opened_at_ = 0;
  SteadyMs next_try_;
  int tries_ = 0;                 // since it last stayed open for a while
  std::optional<Error> alarmed_;  // the fault that staff have been told of
};

}  // namespace lotsen::runtime
