// The meaning of a form's JSON without its layout: sorted keys, no white space, and without "$schema", which
// is for editors. Two files that say the same have the same digest, however they are indented.
#pragma once
#include <string>
#include <string_view>

#include "services/core/result.h"

namespace lotsen::publishing {

Result<std::string> canonical_json(std::string_view json);  // bad_input

}  // namespace lotsen::publishing
