// The golden values were made by other implementations (Python's cryptography and hashlib). Another value
// means another format: receipts and codes that are already out there would no longer hold.
#include "services/sealing/signing.h"

#include "services/sealing/envelope.h"
#include "tests/support/catch.h"
#include "tests/unit/sealing/samples.h"

namespace lotsen::sealing {
namespace {

BackendSecretKeys fixed_backend_keys() {
  BackendSecretKeys keys;
  keys.sign = fixed_kiosk_key().sign;
  keys.public_keys.sign = public_key(fixed_kiosk_key()).sign;
  return keys;
}

Receipt signed_receipt() {
  Receipt receipt;
  receipt.id = {"3f2504e0-4f89-41d3-9a0c-0305e82c3301"};
  receipt.reference = {"SC-7K3Q-M9PX-C"};
  receipt.digest = "230d8358dc8e8890b4c58deeb62912ee2f20357ae92a5cc861b98e68fe31acb5";
  receipt.received = 1'795'269'787'500;
  sign(receipt, fixed_backend_keys());
  return receipt;
}

}  // namespace

TEST_CASE("A fixed key gives a text the signature it always gave") {
  CHECK(sign_body("", fixed_kiosk_key()) ==
        "5VZDAMNgrHKQhuLMgG6CioSHfx645dl02HPgZSJJAVVfuIIVkKM7rMYeOXAc+bRr0lv18FlbviRlUUFDjnoQCw==");
}

TEST_CASE("A fixed key gives a receipt the signature it always gave") {
  CHECK(signed_receipt().signature ==
        "SX1K35QkTS+0Hc8cmpA/GntUnlzgsTFQmqE2vMldBq1LaHLeoMuoHxuB/Z8TIbXn3KKCP3AxtC4FUlG7ZxskCw==");
}

TEST_CASE("A receipt holds as it was signed, and with nothing changed") {
  const BackendPublicKeys keys = fixed_backend_keys().public_keys;
  Receipt receipt = signed_receipt();
  REQUIRE(receipt_holds(receipt, keys));
  SECTION("another id") {
    receipt.id.value.back() = '2';
  }
  SECTION("another reference") {
    receipt.reference.value.back() = 'D';
  }
  SECTION("another body") {
    receipt.digest.front() = '3';
  }
  SECTION("another time") {
    ++receipt.received;
  }
  SECTION("no signature") {
    receipt.signature.clear();
  }
  SECTION("a signature that is no base64") {
    receipt.signature = "none";
  }
  SECTION("a longer signature") {
    receipt.signature += receipt.signature;
  }
  SECTION("a signature over something else") {
    receipt.signature = sign_body("x", fixed_kiosk_key());
  }
  CHECK_FALSE(receipt_holds(receipt, keys));
}

TEST_CASE("A receipt of another backend does not hold") {
  CHECK_FALSE(receipt_holds(signed_receipt(), new_backend_keys().public_keys));
}

TEST_CASE("A line break cannot move text from one field of a receipt to the next") {
  Receipt receipt = signed_receipt();
  receipt.id.value += "\n" + receipt.reference.value;
  receipt.reference.value = receipt.digest;
  receipt.digest = std::to_string(receipt.received);
  sign(receipt, fixed_backend_keys());
  CHECK_FALSE(receipt_holds(receipt, fixed_backend_keys().public_keys));
}

TEST_CASE("A body's signature holds for that body and that kiosk") {
  const std::string signature = sign_body("help", fixed_kiosk_key());
  const KioskPublicKey kiosk = public_key(fixed_kiosk_key());
  CHECK(signature_holds("help", signature, kiosk));
  CHECK_FALSE(signature_holds("help ", signature, kiosk));
  CHECK_FALSE(signature_holds("", signature, kiosk));
  CHECK_FALSE(signature_holds("help", signature, KioskPublicKey{new_backend_keys().public_keys.sign}));
}

TEST_CASE("An access code is kept as a hash of its case's own") {
  CHECK(access_code_hash({"SC-7K3Q-M9PX-C"}, Secret("4F7K-22MN")) ==
        "5034730a27d9c9a4e155191673f7515ba2378bb4e3db46651ccab3a0ae208e86");
  CHECK(access_code_hash({"SC-7K3Q-M9PX-D"}, Secret("4F7K-22MN")) !=
        access_code_hash({"SC-7K3Q-M9PX-C"}, Secret("4F7K-22MN")));
}

TEST_CASE("Comparing in constant time gives the same answer as comparing") {
  CHECK(equal_in_constant_time("", ""));
  CHECK(equal_in_constant_time("4F7K", "4F7K"));
  CHECK_FALSE(equal_in_constant_time("4F7K", "4F7L"));
  CHECK_FALSE(equal_in_constant_time("4F7K", "4F7K-"));
}

}  // namespace lotsen::sealing
