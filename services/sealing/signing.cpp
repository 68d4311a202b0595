#include "services/sealing/signing.h"

#include "services/sealing/base64.h"
#include "services/sealing/envelope.h"
#include "services/sealing/sodium.h"

namespace lotsen::sealing {
namespace {

using Signature = std::array<std::uint8_t, crypto_sign_BYTES>;

std::string signature_of(std::string_view text, const std::array<std::uint8_t, 64>& key) {
  ensure_sodium();
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr, bytes_of(text), text.size(), key.data());
  return to_base64(signature);
}

bool holds(std::string_view text, std::string_view signature, const std::array<std::uint8_t, 32>& key) {
  ensure_sodium();
  Signature bytes{};
  return fill_from_base64(bytes, signature) &&
         crypto_sign_verify_detached(bytes.data(), bytes_of(text), text.size(), key.data()) == 0;
}

std::string signed_text(const Receipt& receipt) {
  return "lotsen-receipt-v1\n" + receipt.id.value + "\n" + receipt.reference.value + "\n" + receipt.digest +
         "\n" + std::to_string(receipt.received);
}

// A line break inside a field would let two receipts share one signed text.
bool is_one_line(std::string_view field) {
  return field.find('\n') == field.npos;
}

bool is_unambiguous(const Receipt& receipt) {
  return is_one_line(receipt.id.value) && is_one_line(receipt.reference.value) && is_one_line(receipt.digest);
}

}  // namespace

void sign(Receipt& receipt, const BackendSecretKeys& keys) {
  receipt.signature = signature_of(signed_text(receipt), keys.sign);
}

bool receipt_holds(const Receipt& receipt, const BackendPublicKeys& keys) {
  return is_unambiguous(receipt) && holds(signed_text(receipt), receipt.signature, keys.sign);
}

std::string sign_body(std::string_view body, const KioskSecretKey& key) {
  return signature_of(body, key.sign);
}

bool signature_holds(std::string_view body, std::string_view signature, const KioskPublicKey& kiosk) {
  return holds(body, signature, kiosk.sign);
}

std::string access_code_hash(const CaseReference& reference, const Secret& code) {
  ensure_sodium();
  crypto_generichash_state state;
  std::array<std::uint8_t, 32> hash{};
  crypto_generichash_init(&state, nullptr, 0, hash.size());
  crypto_generichash_update(&state, bytes_of(reference.value), reference.value.size());
  crypto_generichash_update(&state, bytes_of("\n"), 1);
  crypto_generichash_update(&state, bytes_of(code.view()), code.size());
  crypto_generichash_final(&state, hash.data(), hash.size());
  sodium_memzero(&state, sizeof state);
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
  return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace lotsen::sealing
