#include "services/backend/help/help_calls.h"

#include "services/backend/fleet/register_kiosk.h"
#include "services/sealing/signing.h"
#include "tests/support/catch.h"
#include "tests/support/memory_store.h"
#include "tests/support/sealed_samples.h"

namespace lotsen::help {
namespace {

struct Fixture {
  tests::MemoryStore store;
  sealing::KioskSecretKey key = tests::fresh_kiosk_key();

  Fixture() { enrol("kiosk-1"); }
  void enrol(const std::string& id) {
    REQUIRE(fleet::register_kiosk(store, {id}, sealing::to_text(sealing::public_key(key)), fleet::Replace::no,
                                  1));
  }
  SignedCall signed_call(const std::string& id, const std::string& kiosk = "kiosk-1") const {
    const std::string body = id + kiosk;
    return {{id}, {kiosk}, body, sealing::sign_body(body, key)};
  }
};

}  // namespace

TEST_CASE("a help call waits on the list for ten minutes") {
  Fixture f;
  REQUIRE(call(f.store, f.signed_call("a"), 1'000));
  CHECK(waiting(f.store, 1'000).value().size() == 1);
  CHECK(waiting(f.store, 1'000 + kWaitsAtMostMs - 1).value().size() == 1);
  CHECK(waiting(f.store, 1'000 + kWaitsAtMostMs).value().empty());
}

TEST_CASE("a help call made again under its id is one call, acknowledged or not") {
  Fixture f;
  REQUIRE(call(f.store, f.signed_call("a"), 1'000));
  REQUIRE(f.store.acknowledge_help_call({"a"}, 2'000));
  const auto again = call(f.store, f.signed_call("a"), 3'000);
  REQUIRE(again);
  CHECK(again->called == 1'000);
  CHECK(again->acknowledged == 2'000);
}

TEST_CASE("a help call is taken from no stranger, and an id from no other kiosk") {
  Fixture f;
  SignedCall forged = f.signed_call("a");
  forged.signature = sealing::sign_body(forged.body, tests::fresh_kiosk_key());
  CHECK(call(f.store, forged, 1'000).error().code == ErrorCode::forbidden);
  CHECK(call(f.store, f.signed_call("a", "kiosk-9"), 1'000).error().code == ErrorCode::forbidden);
  CHECK(waiting(f.store, 1'000).value().empty());

  f.enrol("kiosk-2");
  REQUIRE(call(f.store, f.signed_call("a"), 1'000));
  CHECK(call(f.store, f.signed_call("a", "kiosk-2"), 1'000).error().code == ErrorCode::conflict);
}

}  // namespace lotsen::help
