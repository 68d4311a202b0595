#include "services/sealing/keys.h"

#include <algorithm>
#include <span>

#include "services/sealing/base64.h"
#include "services/sealing/key_file.h"
#include "services/sealing/sodium.h"

namespace lotsen::sealing {
namespace {

constexpr std::string_view kKioskKind = "LOTSENK1";
constexpr std::string_view kBackendKind = "LOTSENB1";
constexpr std::size_t kKeySize = 32;
constexpr std::size_t kChecksumSize = 8;
using Key = std::array<std::uint8_t, kKeySize>;

// The first bytes of BLAKE2b-256.
std::array<std::uint8_t, kChecksumSize> mark_of(std::span<const std::uint8_t> bytes) {
  Key hash{};
  crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), nullptr, 0);
  std::array<std::uint8_t, kChecksumSize> mark{};
  std::copy_n(hash.begin(), mark.size(), mark.begin());
  return mark;
}

std::string key_id_of(const Key& box) {
  const auto mark = mark_of(box);
  std::string hex(2 * mark.size() + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), mark.data(), mark.size());
  hex.pop_back();
  return hex;
}

BackendPublicKeys public_keys_of(const Key& box, const Key& sign) {
  return {key_id_of(box), box, sign};
}

// The second half of libsodium's Ed25519 secret key is the public key.
Key public_half(const std::array<std::uint8_t, 64>& secret) {
  Key half{};
  std::copy_n(secret.begin() + kKeySize, kKeySize, half.begin());
  return half;
}

// Points of small order are keys that any text seals to and any signature fits.
bool can_seal_to(const Key& box) {
  Key secret{};
  Key shared{};
  randombytes_buf(secret.data(), secret.size());
  return crypto_scalarmult(shared.data(), secret.data(), box.data()) == 0;
}

bool can_verify_with(const Key& sign) {
  return crypto_core_ed25519_is_valid_point(sign.data()) == 1;
}

std::string_view without_line_end(std::string_view text) {
  if (text.ends_with('\n')) text.remove_suffix(1);
  if (text.ends_with('\r')) text.remove_suffix(1);
  return text;
}

}  // namespace

KioskSecretKey::~KioskSecretKey() {
  sodium_memzero(sign.data(), sign.size());
}

BackendSecretKeys::~BackendSecretKeys() {
  sodium_memzero(box.data(), box.size());
  sodium_memzero(sign.data(), sign.size());
}

Result<KioskSecretKey> kiosk_key(const std::filesystem::path& file) {
  KioskSecretKey key;
  const auto make = [&] {
    Key unused{};
    crypto_sign_keypair(unused.data(), key.sign.data());
  };
  if (const auto read = read_or_make_key(file, kKioskKind, key.sign, make); !read) {
    return tl::unexpected(read.error());
  }
  return key;
}

Result<BackendSecretKeys> backend_keys(const std::filesystem::path& file) {
  WipedBytes both(kKeySize + 64);
  const auto make = [&] {
    Key unused{};
    crypto_box_keypair(unused.data(), both.data());
    crypto_sign_keypair(unused.data(), both.data() + kKeySize);
  };
  if (const auto read = read_or_make_key(file, kBackendKind, {both.data(), both.size()}, make); !read) {
    return tl::unexpected(read.error());
  }
  BackendSecretKeys keys;
  std::copy_n(both.data(), keys.box.size(), keys.box.begin());
  std::copy_n(both.data() + kKeySize, keys.sign.size(), keys.sign.begin());
  Key box{};
  crypto_scalarmult_base(box.data(), keys.box.data());
  keys.public_keys = public_keys_of(box, public_half(keys.sign));
  return keys;
}

KioskPublicKey public_key(const KioskSecretKey& key) {
  return {public_half(key.sign)};
}

std::string to_text(const KioskPublicKey& key) {
  return to_base64(key.sign);
}

Result<KioskPublicKey> kiosk_public_key_from_text(std::string_view text) {
  ensure_sodium();
  KioskPublicKey key;
  if (!fill_from_base64(key.sign, without_line_end(text)) || !can_verify_with(key.sign)) {
    return fail(ErrorCode::bad_input, "not the public key of a kiosk: one line of 44 characters is wanted");
  }
  return key;
}

// With a checksum: to a mistyped box key one can seal, but nobody could ever open it again.
std::string to_text(const BackendPublicKeys& keys) {
  std::array<std::uint8_t, 2 * kKeySize + kChecksumSize> bytes{};
  auto end = std::copy(keys.box.begin(), keys.box.end(), bytes.begin());
  end = std::copy(keys.sign.begin(), keys.sign.end(), end);
  const auto checksum = mark_of({bytes.data(), 2 * kKeySize});
  std::copy(checksum.begin(), checksum.end(), end);
  return to_base64(bytes);
}

Result<BackendPublicKeys> backend_public_keys_from_text(std::string_view text) {
  ensure_sodium();
  std::array<std::uint8_t, 2 * kKeySize + kChecksumSize> bytes{};
  Key box{};
  Key sign{};
  bool right = fill_from_base64(bytes, without_line_end(text));
  const auto checksum = mark_of({bytes.data(), 2 * kKeySize});
  right = right && std::equal(checksum.begin(), checksum.end(), bytes.begin() + 2 * kKeySize);
  std::copy_n(bytes.begin(), kKeySize, box.begin());
  std::copy_n(bytes.begin() + kKeySize, kKeySize, sign.begin());
  if (!right || !can_seal_to(box) || !can_verify_with(sign)) {
    return fail(ErrorCode::bad_input,
                "not the public keys of a backend: one line of 96 characters is wanted");
  }
  return public_keys_of(box, sign);
}

}  // namespace lotsen::sealing
