// What every file here needs of libsodium: it must be initialised before its first use, and its buffers of
// plain text must be wiped.
#pragma once
#include <sodium.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace lotsen::sealing {

// Safe from any thread and as often as wanted. Terminates where the machine has no source of randomness.
void ensure_sodium();

// Bytes that are overwritten when they end. They never grow: a longer buffer would leave the old one behind.
class WipedBytes {
 public:
  explicit WipedBytes(std::size_t size) : bytes_(size) {}
  ~WipedBytes() { sodium_memzero(bytes_.data(), bytes_.size()); }
  WipedBytes(const WipedBytes&) = delete;
  WipedBytes& operator=(const WipedBytes&) = delete;
  std::uint8_t* data() { return bytes_.data(); }
  const std::uint8_t* data() const { return bytes_.data(); }
  std::size_t size() const { return bytes_.size(); }

 private:
  std::vector<std::uint8_t> bytes_;
};

inline const std::uint8_t* bytes_of(std::string_view text) {
  return reinterpret_cast<const std::uint8_t*>(text.data());
}

}  // namespace lotsen::sealing
