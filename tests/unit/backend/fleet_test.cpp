#include "services/backend/fleet/kiosk_keys.h"
#include "services/backend/fleet/register_kiosk.h"
#include "services/sealing/signing.h"
#include "tests/support/catch.h"
#include "tests/support/memory_store.h"
#include "tests/support/sealed_samples.h"

namespace lotsen::fleet {
namespace {

std::string key_text(const sealing::KioskSecretKey& key) {
  return sealing::to_text(sealing::public_key(key));
}

}  // namespace

TEST_CASE("registering the same key again is fine; another one needs to be asked for") {
  tests::MemoryStore store;
  const std::string first = key_text(tests::fresh_kiosk_key());
  const std::string second = key_text(tests::fresh_kiosk_key());
  REQUIRE(register_kiosk(store, {"kiosk-1"}, first, Replace::no, 1));
  CHECK(register_kiosk(store, {"kiosk-1"}, first, Replace::no, 2));
  const auto refused = register_kiosk(store, {"kiosk-1"}, second, Replace::no, 3);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  CHECK(refused.error().detail.find("--replace") != std::string::npos);
  CHECK(store.find_kiosk({"kiosk-1"}).value()->public_key == first);
  CHECK(register_kiosk(store, {"kiosk-1"}, second, Replace::yes, 4));
  CHECK(store.find_kiosk({"kiosk-1"}).value()->public_key == second);
}

TEST_CASE("what is not a kiosk's id or key is refused") {
  tests::MemoryStore store;
  const std::string key = key_text(tests::fresh_kiosk_key());
  for (const std::string& id :
       {std::string(), std::string("a b"), std::string("a/b"), std::string(65, 'a')}) {
    CAPTURE(id);
    CHECK(register_kiosk(store, {id}, key, Replace::no, 1).error().code == ErrorCode::bad_input);
  }
  CHECK_FALSE(register_kiosk(store, {"kiosk-1"}, "not a key", Replace::no, 1));
  CHECK_FALSE(store.find_kiosk({"kiosk-1"}).value());
}

TEST_CASE("a body counts as signed only by the kiosk that is registered") {
  tests::MemoryStore store;
  const auto key = tests::fresh_kiosk_key();
  const std::string signature = sealing::sign_body("body", key);
  CHECK(check_signed(store, {"kiosk-1"}, "body", signature).error().code == ErrorCode::forbidden);
  REQUIRE(register_kiosk(store, {"kiosk-1"}, key_text(key), Replace::no, 1));
  CHECK(check_signed(store, {"kiosk-1"}, "body", signature));
  CHECK(check_signed(store, {"kiosk-1"}, "other", signature).error().code == ErrorCode::forbidden);
  CHECK(check_signed(store, {"kiosk-1"}, "body", "").error().code == ErrorCode::forbidden);
  CHECK(check_signed(store, {"kiosk-1"}, "body", sealing::sign_body("body", tests::fresh_kiosk_key()))
            .error()
            .code == ErrorCode::forbidden);
}

}  // namespace lotsen::fleet
