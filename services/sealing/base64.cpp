#include "services/sealing/base64.h"

#include <algorithm>

#include "services/sealing/sodium.h"

namespace lotsen::sealing {
namespace {

constexpr int kVariant = sodium_base64_VARIANT_ORIGINAL;

}  // namespace

std::string to_base64(std::span<const std::uint8_t> bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
  text.pop_back();  // the terminating zero
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t size = 0;
  const int failed = sodium_base642bin(reinterpret_cast<std::uint8_t*>(bytes.data()), bytes.size(),
                                       text.data(), text.size(), nullptr, &size, nullptr, kVariant);
  if (failed != 0) return std::nullopt;
  bytes.resize(size);
  return bytes;
}

bool fill_from_base64(std::span<std::uint8_t> bytes, std::string_view text) {
  const std::optional<std::string> decoded = from_base64(text);
  if (!decoded || decoded->size() != bytes.size()) return false;
  std::copy(decoded->begin(), decoded->end(), bytes.begin());
  return true;
}

}  // namespace lotsen::sealing
