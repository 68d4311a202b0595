// Request and Response as our handlers see them, free of any HTTP library. Values.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/backend/work/once.h"

namespace lotsen::api {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Request {
  std::string method;
  std::string path;  // without the query
  Headers headers;   // names in lower case
  std::string body;
  std::string peer;  // address
  bool peer_is_local = false;
  std::string id;  // the route's {…}, filled in by the Api

  std::optional<std::string> header(std::string_view lower_case_name) const;
};

struct Response {
  int status = 200;
  std::string body;
  std::string content_type = "application/json";
  Headers headers = {};
};

// Answers one request, once, from any thread.
using Responder = work::Once<void(Response)>;

}  // namespace lotsen::api
