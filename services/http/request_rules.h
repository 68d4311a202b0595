// What may be sent at all. Called by CurlClient before libcurl sees a request.
#pragma once
#include "services/core/result.h"
#include "services/http/client.h"

namespace lotsen::http {

// bad_input: another scheme than http and https, blanks or control characters in the URL, a method or header
// name that is no token, a header value with CR, LF or another control character.
Result<void> check(const Request& request);

}  // namespace lotsen::http
