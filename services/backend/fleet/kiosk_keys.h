// KioskKeys: the kiosks' keys in memory, so that signatures can be checked away from the store thread. Only a
// short cut: whoever acts on a key compares it with the store's row in the same transaction, so that a key
// that was replaced counts at once. Safe from any thread.
#pragma once
#include <map>
#include <mutex>
#include <optional>

#include "services/backend/store/store.h"
#include "services/sealing/keys.h"

namespace lotsen::fleet {

struct KioskKey {
  std::string text;  // as the store has it
  sealing::KioskPublicKey key;
};

class KioskKeys {
 public:
  std::optional<KioskKey> find(const KioskId& id) const;
  void remember(const store::KioskRow& row);  // a row that is no key is left out
  void forget(const KioskId& id);

 private:
  mutable std::mutex mutex_;
  std::map<KioskId, KioskKey> keys_;
};

// Whether the kiosk is registered and signed these bytes: forbidden when not. Asks the store.
Result<void> check_signed(store::Store& store, const KioskId& kiosk, std::string_view body,
                          std::string_view signature);

}  // namespace lotsen::fleet
