// The case reference the kiosk makes: "SC-7K3Q-M9PX-T". Eight random characters of Crockford's base 32 (no I,
// L, O, U) and one check character, the value modulo 37 (crockford.com/base32.html). Known offline, tells
// nothing. The receipt's code that opens a case is made of the same alphabet: "4F7K-22MN", 40 random bits.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "services/core/ids.h"
#include "services/core/secret.h"

namespace lotsen {

CaseReference new_case_reference();
Secret new_access_code();

// What a person typed: any case, spaces or dashes, O for 0 and I or L for 1. Nothing when the form or the
// check character is wrong.
std::optional<CaseReference> parse_case_reference(std::string_view typed);
std::optional<Secret> parse_access_code(std::string_view typed);

}  // namespace lotsen
