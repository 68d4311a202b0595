#include "services/backend/fleet/kiosk_keys.h"

#include "services/sealing/envelope.h"

namespace lotsen::fleet {

std::optional<KioskKey> KioskKeys::find(const KioskId& id) const {
  const std::lock_guard lock(mutex_);
  const auto found = keys_.find(id);
  return found == keys_.end() ? std::nullopt : std::optional(found->second);
}

void KioskKeys::remember(const store::KioskRow& row) {
  const Result<sealing::KioskPublicKey> key = sealing::kiosk_public_key_from_text(row.public_key);
  if (!key) return;
  const std::lock_guard lock(mutex_);
  keys_.insert_or_assign(row.id, KioskKey{row.public_key, *key});
}

void KioskKeys::forget(const KioskId& id) {
  const std::lock_guard lock(mutex_);
  keys_.erase(id);
}

Result<void> check_signed(store::Store& store, const KioskId& kiosk, std::string_view body,
                          std::string_view signature) {
  const auto row = store.find_kiosk(kiosk);
  if (!row) return tl::unexpected(row.error());
  if (!*row) return fail(ErrorCode::forbidden, "unknown kiosk");
  const Result<sealing::KioskPublicKey> key = sealing::kiosk_public_key_from_text((*row)->public_key);
  if (!key) return tl::unexpected(key.error());
  if (sealing::signature_holds(body, signature, *key)) return {};
  return fail(ErrorCode::forbidden, "the signature does not hold");
}

}  // namespace lotsen::fleet
