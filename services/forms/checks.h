// What the kinds of answers must look like. Any bytes are safe to hand over. No std::regex: it fails on å.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "services/core/secret.h"

namespace lotsen::forms {

// Unicode code points of valid UTF-8 without control characters (line breaks and tabs are fine); nothing else.
std::optional<int> code_points(std::string_view text);

std::string_view trimmed(std::string_view text);

// Swedish ("070-174 06 05", 7 to 10 digits after the first 0 … ) or international ("+358 …", "00358 …": E.164,
// 8 to 15 digits). Spaces, dashes, slashes and brackets may stand between digits.
bool is_phone_number(std::string_view text);
// In groups as Swedes write them: "070-174 06 05"; others as typed.
Secret grouped_phone_number(std::string_view text);

// One @, a dot in the domain, no spaces; lengths of RFC 5321 (64 before the @, 254 in all).
bool is_email(std::string_view text);

}  // namespace lotsen::forms
