#include "services/backend/help/help_calls.h"

#include "services/backend/fleet/kiosk_keys.h"

namespace lotsen::help {

Result<store::HelpCallRow> call(store::Store& store, const SignedCall& call, UtcMs now) {
  if (Result<void> ok = fleet::check_signed(store, call.kiosk, call.body, call.signature); !ok) {
    return tl::unexpected(ok.error());
  }
  Result<store::HelpCallRow> kept = store.put_help_call({call.id, call.kiosk, now, std::nullopt});
  if (kept && kept->kiosk != call.kiosk) return fail(ErrorCode::conflict, "another kiosk's help call");
  return kept;
}

Result<std::vector<store::HelpCallRow>> waiting(store::Store& store, UtcMs now) {
  return store.waiting_help_calls(now - kWaitsAtMostMs);
}

}  // namespace lotsen::help
