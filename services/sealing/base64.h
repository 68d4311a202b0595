// Base64 of RFC 4648 with padding: one text for one value of bytes, nothing skipped.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace lotsen::sealing {

std::string to_base64(std::span<const std::uint8_t> bytes);
std::optional<std::string> from_base64(std::string_view text);

// Into exactly `bytes.size()` bytes; false when the text holds more, less or something else.
bool fill_from_base64(std::span<std::uint8_t> bytes, std::string_view text);

}  // namespace lotsen::sealing
