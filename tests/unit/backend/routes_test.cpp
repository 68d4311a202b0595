#include "services/backend/api/routes.h"

#include "tests/support/catch.h"

namespace lotsen::api {
namespace {

std::string name_and_id(std::string_view method, std::string_view path) {
  const Match found = match(method, path);
  const auto* matched = std::get_if<Matched>(&found);
  return matched ? std::string(matched->route->name) + " " + matched->id : "";
}

}  // namespace

TEST_CASE("a path finds its route, and what stands in its braces") {
  CHECK(name_and_id("GET", "/v1/forms") == "list_forms ");
  CHECK(name_and_id("GET", "/v1/cases/SC-7K3Q-M9PX-T") == "read_case SC-7K3Q-M9PX-T");
  CHECK(name_and_id("POST", "/v1/help-calls/abc/acknowledge") == "acknowledge_help_call abc");
  CHECK(name_and_id("GET", "/v1/help-calls/abc") == "read_help_call abc");
}

TEST_CASE("paths that only look like a route are none") {
  for (const char* path : {"", "/", "v1/forms", "/v1", "/v1/forms/", "//v1/forms", "/v1/cases", "/v1/cases/",
                           "/v1/cases/a/b", "/V1/forms", "/healthz/x", "*"}) {
    CAPTURE(path);
    CHECK(std::holds_alternative<NoRoute>(match("GET", path)));
  }
}

TEST_CASE("a wrong method hears which ones there are") {
  const Match found = match("DELETE", "/v1/help-calls");
  REQUIRE(std::holds_alternative<WrongMethod>(found));
  CHECK(std::get<WrongMethod>(found).allow == "POST, GET");
}

}  // namespace lotsen::api
