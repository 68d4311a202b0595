#include "services/backend/fleet/register_kiosk.h"

#include "services/sealing/keys.h"

namespace lotsen::fleet {
namespace {

constexpr std::size_t kLongestId = 64;

bool is_kiosk_id(std::string_view id) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.";
  return !id.empty() && id.size() <= kLongestId && id.find_first_not_of(kAllowed) == id.npos;
}

Result<void> put(store::Store& store, const store::KioskRow& kiosk, Replace replace, UtcMs now) {
  const auto known = store.find_kiosk(kiosk.id);
  if (!known) return tl::unexpected(known.error());
  if (*known && (*known)->public_key != kiosk.public_key && replace == Replace::no) {
    return fail(
        ErrorCode::conflict,
        "kiosk " + kiosk.id.value + " is registered with another key; --replace puts this one in its place");
  }
  return store.put_kiosk(kiosk, now);
}

}  // namespace

Result<void> register_kiosk(store::Store& store, const KioskId& id, std::string_view key_text,
                            Replace replace, UtcMs now) {
  if (!is_kiosk_id(id.value)) {
    return fail(ErrorCode::bad_input, "a kiosk's id is 1 to 64 letters, digits, dots, dashes or underscores");
  }
  const Result<sealing::KioskPublicKey> key = sealing::kiosk_public_key_from_text(key_text);
  if (!key) return tl::unexpected(key.error());
  Result<void> outcome;
  const store::Store::Change change = [&] {
    return outcome = put(store, {id, sealing::to_text(*key)}, replace, now);
  };
  const Result<void> committed = store.commit({&change, 1});
  return committed ? outcome : committed;
}

}  // namespace lotsen::fleet
