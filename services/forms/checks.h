// What the kinds of answers must look like. Any bytes are safe to hand over. No std::regex: it fails on å.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "services/core/secret.h"

namespace lotsen::forms {

// Bytes of the well-formed UTF-8 sequence at the front (RFC 3629); 0 when there is none. `text` is not empty.
std::size_t utf8_length(std::string_view text);
bool is_utf8(std::string_view text);

// Unicode code points of valid UTF-8 without control characters (line breaks and tabs are fine); nothing
// else.
std::optional<int> code_points(std::string_view text);

std::string_view trimmed(std::string_view text);

// Ids of forms, questions and options, which become element ids, file names and URLs: 1 to 64 of a-z, 0-9, _.
bool is_id(std::string_view text);
// "sv", "en", "zh-Hans": 2 to 8 letters and hyphens, with a letter at both ends.
bool is_language_code(std::string_view text);

// Swedish ("070-174 06 05": 8 to 10 digits, a mobile number 10) or international ("+358 …", "00358 …": E.164,
// 8 to 15 digits). Spaces, dashes, slashes and brackets may stand between digits; 40 characters at most.
bool is_phone_number(std::string_view text);
// In groups as Swedes write them: "070-174 06 05", "08-123 456 78"; others as typed.
Secret grouped_phone_number(std::string_view text);

// One @, a dot in the domain, no spaces; lengths of RFC 5321 (64 before the @, 254 in all).
bool is_email(std::string_view text);

}  // namespace lotsen::forms
