// The keys of Lotsen (libsodium). The backend has a box key pair (X25519: kiosks seal to it) and a signing
// key pair (Ed25519: receipts). Each kiosk has a signing key pair (Ed25519: envelopes). Secret keys are files
// of mode 0600 under the data directory, written once with fsync; never in git. Values; any thread.
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "services/core/result.h"

namespace lotsen::sealing {

struct KioskSecretKey {
  KioskSecretKey() = default;
  ~KioskSecretKey();  // wipes
  std::array<std::uint8_t, 64> sign{};
};
struct KioskPublicKey {
  std::array<std::uint8_t, 32> sign{};
};
struct BackendPublicKeys {
  std::string key_id;  // hex of the first 8 bytes of BLAKE2b-256(box key): the key an envelope is sealed to
  std::array<std::uint8_t, 32> box{};
  std::array<std::uint8_t, 32> sign{};
};
struct BackendSecretKeys {
  BackendSecretKeys() = default;
  ~BackendSecretKeys();  // wipes
  BackendPublicKeys public_keys;
  std::array<std::uint8_t, 32> box{};
  std::array<std::uint8_t, 64> sign{};
};

// Reads the key, making it first when the file does not exist (its folder must). Processes that start at once
// get the same key. Errors: io (also when others may read the file), corrupt (wrong size, kind or checksum).
Result<KioskSecretKey> kiosk_key(const std::filesystem::path& file);
Result<BackendSecretKeys> backend_keys(const std::filesystem::path& file);

KioskPublicKey public_key(const KioskSecretKey& key);

// Public keys as text files to hand over: one line of base64 each, read back from any bytes (bad_input). Keys
// that nobody could open or check anything with are refused; the backend's line carries a checksum.
std::string to_text(const KioskPublicKey& key);
Result<KioskPublicKey> kiosk_public_key_from_text(std::string_view text);
std::string to_text(const BackendPublicKeys& keys);
Result<BackendPublicKeys> backend_public_keys_from_text(std::string_view text);

}  // namespace lotsen::sealing
