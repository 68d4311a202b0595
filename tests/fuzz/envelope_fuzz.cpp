// Everything that a stranger can send to the backend, or to a kiosk that waits for its receipt.
#include <cstdint>
#include <cstdlib>

#include "services/sealing/envelope.h"
#include "services/sealing/envelope_json.h"
#include "services/sealing/signing.h"

namespace {

using namespace lotsen;
using namespace lotsen::sealing;

void insist(bool holds) {
  if (!holds) std::abort();
}

void fuzz_envelope(std::string_view bytes, const BackendSecretKeys& keys) {
  const auto envelope = read_envelope(bytes);
  if (!envelope) return;
  const auto again = read_envelope(to_body(*envelope));
  insist(again && again->id == envelope->id && again->reference == envelope->reference &&
         again->sealed == envelope->sealed && again->created == envelope->created);
  insist(!open(*envelope, keys));  // nobody else seals to a key whose public half was never told
}

void fuzz_keys(std::string_view bytes) {
  const auto kiosk = kiosk_public_key_from_text(bytes);
  if (kiosk) insist(kiosk_public_key_from_text(to_text(*kiosk))->sign == kiosk->sign);
  const auto backend = backend_public_keys_from_text(bytes);
  if (backend) insist(backend_public_keys_from_text(to_text(*backend))->key_id == backend->key_id);
}

void fuzz_receipt(std::string_view bytes, const BackendSecretKeys& keys) {
  const auto receipt = receipt_from_json(bytes);
  if (!receipt) return;
  insist(!receipt_holds(*receipt, keys.public_keys));
  const auto again = receipt_from_json(to_json(*receipt));
  insist(again && *again == *receipt);
}

void fuzz_submission(std::string_view bytes) {
  const auto submission = submission_from_json(bytes);
  if (!submission) return;
  const auto again = submission_from_json(to_json(*submission).view());
  insist(again && again->id == submission->id && again->answers == submission->answers);
}

// The public key of RFC 8032's first test; no signature over a fuzzed text is known for it.
BackendSecretKeys fixed_keys() {
  BackendSecretKeys keys;
  keys.public_keys.key_id = "0011223344556677";
  keys.public_keys.sign = kiosk_public_key_from_text("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")->sign;
  return keys;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const BackendSecretKeys keys = fixed_keys();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  fuzz_envelope(bytes, keys);
  fuzz_keys(bytes);
  fuzz_receipt(bytes, keys);
  fuzz_submission(bytes);
  insist(!signature_holds("a body", bytes, KioskPublicKey{keys.public_keys.sign}));
  return 0;
}
