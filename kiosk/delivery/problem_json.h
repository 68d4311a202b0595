// The backend's problem JSON (RFC 9457). Told apart from what a portal or a proxy answers under the same
// status.
#pragma once
#include <optional>
#include <string>

#include "services/http/client.h"

namespace lotsen::delivery {

// The title, fit for a log line: at most 120 characters of printable ASCII. Nothing when the reply is not
// application/problem+json, is no object with a title, or names another status than the reply has.
std::optional<std::string> problem_title(const http::Reply& reply);

}  // namespace lotsen::delivery
