// Random values from the kernel (getrandom(2)), good enough for ids and codes that nobody may guess.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace lotsen {

void fill_random(std::span<std::uint8_t> bytes);
std::uint64_t random_below(std::uint64_t bound);  // uniform in [0, bound), bound > 0
std::string random_uuid();                        // RFC 9562 version 4, lower case
bool is_random_uuid(std::string_view text);       // in exactly that spelling

}  // namespace lotsen
