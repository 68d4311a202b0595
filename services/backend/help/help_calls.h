// Help calls: the use cases. All on the store thread, inside a commit.
#pragma once
#include "services/backend/store/store.h"

namespace lotsen::help {

inline constexpr std::int64_t kWaitsAtMostMs = 10 * 60 * 1000;  // the visitor has left by then

// As the kiosk sent it.
struct SignedCall {
  HelpCallId id;
  KioskId kiosk;
  std::string body;  // the exact bytes that were signed
  std::string signature;
};

// The same id again changes nothing. forbidden: the kiosk is unknown or the signature does not hold;
// conflict: the id is another kiosk's call.
Result<store::HelpCallRow> call(store::Store& store, const SignedCall& call, UtcMs now);

Result<std::vector<store::HelpCallRow>> waiting(store::Store& store, UtcMs now);

}  // namespace lotsen::help
