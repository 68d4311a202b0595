// The routes of the HTTP API as a table. tests/unit/backend holds openapi.json against it, both ways.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "services/backend/api/exchange.h"

namespace lotsen::api {

class Api;

struct Route {
  std::string_view method;
  std::string_view path;  // "/v1/cases/{reference}": one {…} at most
  std::string_view name;  // for metrics; the operationId in openapi.json
  bool takes_json;        // refuses any other Content-Type
  void (Api::*handle)(Request, Responder);
};

std::span<const Route> routes();

struct Matched {
  const Route* route;
  std::string id;  // what stood in {…}
};
struct NoRoute {};
struct WrongMethod {
  std::string allow;  // "GET, POST"
};
using Match = std::variant<Matched, NoRoute, WrongMethod>;

Match match(std::string_view method, std::string_view path);

}  // namespace lotsen::api
