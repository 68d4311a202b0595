#include "services/sealing/envelope.h"

#include <cstdlib>
#include <cstring>
#include <optional>

#include "services/sealing/envelope_json.h"
#include "services/sealing/signing.h"
#include "services/sealing/sodium.h"

namespace lotsen::sealing {
namespace {

constexpr std::size_t kBlock = 1024;

std::size_t padded_size(std::size_t size) {
  return (size / kBlock + 1) * kBlock;
}

std::string seal_text(const Secret& text, const BackendPublicKeys& backend) {
  WipedBytes plain(padded_size(text.size()));
  std::memcpy(plain.data(), text.view().data(), text.size());
  std::size_t padded = 0;
  const bool fits = sodium_pad(&padded, plain.data(), text.size(), kBlock, plain.size()) == 0;
  std::string sealed(crypto_box_SEALBYTES + plain.size(), '\0');
  const int failed = crypto_box_seal(reinterpret_cast<std::uint8_t*>(sealed.data()), plain.data(), padded,
                                     backend.box.data());
  // Only a key that was never checked (keys.h) gets here, and going on would send what was not sealed.
  if (!fits || failed != 0) std::abort();
  return sealed;
}

std::optional<Secret> open_text(const std::string& sealed, const BackendSecretKeys& keys) {
  if (sealed.size() < crypto_box_SEALBYTES + kBlock) return std::nullopt;
  WipedBytes plain(sealed.size() - crypto_box_SEALBYTES);
  if (crypto_box_seal_open(plain.data(), bytes_of(sealed), sealed.size(), keys.public_keys.box.data(),
                           keys.box.data()) != 0) {
    return std::nullopt;
  }
  std::size_t size = 0;
  if (sodium_unpad(&size, plain.data(), plain.size(), kBlock) != 0) return std::nullopt;
  return Secret({reinterpret_cast<const char*>(plain.data()), size});
}

Envelope head_of(const Submission& submission, const KioskId& kiosk, const BackendPublicKeys& backend) {
  Envelope head;
  head.key_id = backend.key_id;
  head.kiosk = kiosk;
  head.id = submission.id;
  head.reference = submission.reference;
  head.form = submission.form;
  head.form_version = submission.form_version;
  head.created = submission.created;
  return head;
}

bool agree(const Envelope& head, const Submission& plain) {
  return head.id == plain.id && head.reference == plain.reference && head.form == plain.form &&
         head.form_version == plain.form_version && head.created == plain.created;
}

}  // namespace

SealedEnvelope seal(const Submission& submission, const KioskId& kiosk, const KioskSecretKey& kiosk_key,
                    const BackendPublicKeys& backend) {
  ensure_sodium();
  Envelope envelope = head_of(submission, kiosk, backend);
  envelope.sealed = seal_text(to_json(submission), backend);
  SealedEnvelope result;
  result.body = to_body(envelope);
  result.signature = sign_body(result.body, kiosk_key);
  return result;
}

Result<Submission> open(const Envelope& envelope, const BackendSecretKeys& keys) {
  ensure_sodium();
  if (envelope.key_id != keys.public_keys.key_id) {
    return fail(ErrorCode::forbidden,
                "sealed to the key " + envelope.key_id + ", ours is " + keys.public_keys.key_id);
  }
  const std::optional<Secret> text = open_text(envelope.sealed, keys);
  if (!text) return fail(ErrorCode::corrupt, "the seal is broken");
  Result<Submission> submission = submission_from_json(text->view());
  if (submission && !agree(envelope, *submission)) {
    return fail(ErrorCode::bad_input, "the head of the envelope differs from what is sealed in it");
  }
  return submission;
}

std::string digest(std::string_view body) {
  std::array<std::uint8_t, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), bytes_of(body), body.size());
  std::string hex(2 * hash.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  hex.pop_back();
  return hex;
}

}  // namespace lotsen::sealing
