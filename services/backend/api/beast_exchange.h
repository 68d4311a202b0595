// Inside backend/api: between Beast's messages and ours.
#pragma once
#include <boost/beast/http.hpp>
#include <optional>
#include <string>

#include "services/backend/api/exchange.h"
#include "services/core/clock.h"

namespace lotsen::api {

// Without the body, which is still to come.
Request head_of(const boost::beast::http::request<boost::beast::http::string_body>& message);

boost::beast::http::response<boost::beast::http::string_body> to_beast(Response response, UtcMs now);

// What a request that could not be read deserves: nothing when the other side is gone or too slow, since then
// nobody reads an answer.
std::optional<Response> answer_to(const boost::beast::error_code& fault);

}  // namespace lotsen::api
