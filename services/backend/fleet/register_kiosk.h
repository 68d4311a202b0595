// Registers a kiosk, or gives it another key: the use case of `lotsen-backend register-kiosk`.
#pragma once
#include "services/backend/store/store.h"

namespace lotsen::fleet {

enum class Replace { no, yes };

// The same key again is fine. bad_input: the id or the key's text is not one; conflict: the id has another
// key and replacing was not asked for. Calls the store.
Result<void> register_kiosk(store::Store& store, const KioskId& id, std::string_view key_text,
                            Replace replace, UtcMs now);

}  // namespace lotsen::fleet
