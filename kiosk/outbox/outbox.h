// Outbox: the kiosk's durable queue. A record is pending until the backend's signed receipt for it is here
// (acknowledged) or the backend refused it for good (quarantined). Bodies are sealed: nothing in here can be
// read on the kiosk. One thread only (the store worker); every call blocks for at most a few fsyncs.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "services/core/clock.h"
#include "services/core/ids.h"
#include "services/core/result.h"
#include "services/submission/submission.h"

namespace lotsen::outbox {

struct Record {
  SubmissionId id;
  CaseReference reference;
  std::string body;  // the frozen envelope
  std::string signature;
  UtcMs created = 0;
};

struct Counts {
  int pending = 0;
  int quarantined = 0;
  std::optional<UtcMs> oldest_pending;
};

class Outbox {
 public:
  virtual ~Outbox() = default;

  // Durable when it returns. Putting the same record again is fine (a COMMIT that failed may have happened);
  // the same id with another body is `conflict`. `full`: nothing was kept, there is room left for deletes.
  virtual Result<void> put(const Record& record) = 0;

  // Oldest first.
  virtual Result<std::vector<Record>> pending(int limit) = 0;
  virtual Result<std::optional<Record>> find_pending(const SubmissionId& id) = 0;

  // The body goes, the receipt stays (it holds no personal data). Repeatable; `not_found` for a stranger.
  virtual Result<void> acknowledge(const Receipt& receipt) = 0;
  virtual Result<void> quarantine(const SubmissionId& id, const std::string& reason) = 0;

  virtual Result<Counts> counts() = 0;
  // Whether a new form may be begun: false from 80 % of the room on.
  virtual Result<bool> has_room() = 0;
};

}  // namespace lotsen::outbox
