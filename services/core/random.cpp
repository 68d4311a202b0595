#include "services/core/random.h"

#include <sys/random.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace lotsen {

void fill_random(std::span<std::uint8_t> bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = getrandom(bytes.data() + done, bytes.size() - done, 0);
    if (got < 0) std::abort();  // the kernel's generator never fails once it is seeded
    done += static_cast<std::size_t>(got);
  }
}

std::uint64_t random_below(std::uint64_t bound) {
  const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;  // values above would favour small results
  for (;;) {
    std::uint64_t value = 0;
    fill_random({reinterpret_cast<std::uint8_t*>(&value), sizeof value});
    if (value < limit) return value % bound;
  }
}

std::string random_uuid() {
  std::array<std::uint8_t, 16> b{};
  fill_random(b);
  b[6] = static_cast<std::uint8_t>((b[6] & 0x0f) | 0x40);
  b[8] = static_cast<std::uint8_t>((b[8] & 0x3f) | 0x80);
  std::string text;
  for (std::size_t i = 0; i < b.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
    char hex[3];
    std::snprintf(hex, sizeof hex, "%02x", b[i]);
    text += hex;
  }
  return text;
}

bool is_random_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const std::string_view allowed = dash ? "-" : "0123456789abcdef";
    if (allowed.find(text[i]) == allowed.npos) return false;
  }
  return text[14] == '4' && std::string_view("89ab").find(text[19]) != std::string_view::npos;
}

}  // namespace lotsen
