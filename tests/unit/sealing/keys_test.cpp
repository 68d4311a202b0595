#include "services/sealing/keys.h"

#include "tests/support/catch.h"
#include "tests/unit/sealing/samples.h"

namespace lotsen::sealing {

TEST_CASE("A kiosk's public key is the one that RFC 8032 gives for its secret key") {
  CHECK(to_text(public_key(fixed_kiosk_key())) == "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
}

TEST_CASE("Public keys survive being handed over as text") {
  const KioskPublicKey kiosk = public_key(fixed_kiosk_key());
  CHECK(kiosk_public_key_from_text(to_text(kiosk))->sign == kiosk.sign);
  CHECK(kiosk_public_key_from_text(to_text(kiosk) + "\n")->sign == kiosk.sign);
  const BackendPublicKeys backend = new_backend_keys().public_keys;
  const auto read = backend_public_keys_from_text(to_text(backend) + "\r\n");
  REQUIRE(read);
  CHECK(read->box == backend.box);
  CHECK(read->sign == backend.sign);
  CHECK(read->key_id == backend.key_id);
}

TEST_CASE("A backend's line and key id are read as another implementation wrote them") {
  const auto keys = backend_public_keys_from_text(
      "j0DFrbaPJWJK5bIU6nZ6bslNgp09e14a0bpvPiE4KF/XWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGlUfTmHZz1TR");
  REQUIRE(keys);
  CHECK(keys->key_id == "57addcd56cefb426");
  CHECK(keys->sign == public_key(fixed_kiosk_key()).sign);
}

TEST_CASE("A box key's id is sixteen hexadecimal digits and its own") {
  const std::string one = new_backend_keys().public_keys.key_id;
  CHECK(one.size() == 16);
  CHECK(one.find_first_not_of("0123456789abcdef") == one.npos);
  CHECK(one != new_backend_keys().public_keys.key_id);
}

TEST_CASE(
    "A backend's line with one wrong character is refused, since nobody could open what is sealed to it") {
  std::string text = to_text(new_backend_keys().public_keys);
  const auto at = static_cast<std::size_t>(GENERATE(range(0, 96)));
  REQUIRE(text.size() == 96);
  text[at] = text[at] == 'A' ? 'B' : 'A';
  CHECK_FALSE(backend_public_keys_from_text(text));
}

TEST_CASE("Texts that are no public keys are refused") {
  const std::string right = to_text(public_key(fixed_kiosk_key()));
  for (const std::string& text :
       {std::string(), std::string("\n"), right.substr(1), right + right, " " + right, right + " ",
        right + "\n\n", right.substr(0, 43), std::string(44, '!'), std::string("\0\0\0\0", 4),
        std::string(1'000'000, 'A')}) {
    CHECK_FALSE(kiosk_public_key_from_text(text));
    CHECK_FALSE(backend_public_keys_from_text(text));
  }
}

TEST_CASE("Keys that any signature fits are refused") {
  CHECK_FALSE(kiosk_public_key_from_text("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
  CHECK_FALSE(kiosk_public_key_from_text("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
  BackendPublicKeys backend = new_backend_keys().public_keys;
  SECTION("no box key") {
    backend.box.fill(0);
  }
  SECTION("no signing key") {
    backend.sign.fill(0);
  }
  CHECK_FALSE(backend_public_keys_from_text(to_text(backend)));
}

}  // namespace lotsen::sealing
