// openapi.json is held against the routes and problems of the code, both ways.
#include "services/backend/api/openapi.h"

#include <nlohmann/json.hpp>
#include <set>

#include "services/backend/api/problem.h"
#include "services/backend/api/routes.h"
#include "tests/support/catch.h"

namespace lotsen::api {
namespace {

using nlohmann::json;

json description() {
  return json::parse(openapi_json());
}

template <class Visit>
void each_operation(const json& document, Visit visit) {
  for (const auto& [path, methods] : document["paths"].items()) {
    for (const auto& [method, operation] : methods.items()) visit(path, method, operation);
  }
}

std::string upper_case(std::string text) {
  for (char& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

void collect_references(const json& node, std::set<std::string>& references) {
  if (node.is_object() && node.contains("$ref")) references.insert(node["$ref"]);
  if (!node.is_structured()) return;
  for (const json& child : node) collect_references(child, references);
}

std::set<std::string> path_parameters(const json& operation) {
  std::set<std::string> names;
  for (const json& parameter : operation.value("parameters", json::array())) {
    if (parameter["in"] == "path") names.insert(parameter["name"]);
  }
  return names;
}

}  // namespace

TEST_CASE("openapi.json describes exactly the routes there are") {
  std::set<std::string> described;
  each_operation(description(), [&](const auto& path, const auto& method, const json& operation) {
    described.insert(upper_case(method) + " " + path + " " +
                     operation["operationId"].template get<std::string>());
  });
  std::set<std::string> routed;
  for (const Route& route : routes()) {
    routed.insert(std::string(route.method) + " " + std::string(route.path) + " " + std::string(route.name));
  }
  CHECK(described == routed);
}

TEST_CASE("openapi.json says of every route that takes JSON that it has a body") {
  const json document = description();
  for (const Route& route : routes()) {
    CAPTURE(route.path);
    std::string method(route.method == "POST" ? "post" : "get");
    const json& operation = document["paths"][std::string(route.path)][method];
    CHECK(operation.contains("requestBody") == route.takes_json);
    CHECK(path_parameters(operation).size() == (route.path.find('{') == route.path.npos ? 0U : 1U));
  }
}

TEST_CASE("openapi.json lists exactly the problem types there are") {
  std::set<std::string> described =
      description()["components"]["schemas"]["Problem"]["properties"]["type"]["enum"];
  std::set<std::string> answered;
  for (const Problem& problem : all_problems())
    answered.insert("urn:lotsen:problem:" + std::string(problem.id));
  CHECK(described == answered);
}

TEST_CASE("every problem that openapi.json names at a status has that status") {
  std::set<std::string> named;
  const json document = description();
  for (const Problem& problem : all_problems()) {
    const std::string id = "`" + std::string(problem.id) + "`";
    each_operation(document, [&](const auto&, const auto&, const json& operation) {
      for (const auto& [status, response] : operation["responses"].items()) {
        const std::string text = response["description"];
        if (text.find(id) == text.npos) continue;
        named.insert(std::string(problem.id));
        CHECK(status == std::to_string(problem.status));
      }
    });
  }
  // The two that any address may answer stand in the description of Problem.
  CHECK(named.size() == all_problems().size() - 2);
}

TEST_CASE("every reference inside openapi.json leads somewhere") {
  const json document = description();
  std::set<std::string> references;
  collect_references(document, references);
  CHECK(references.size() > 5);
  for (const std::string& reference : references) {
    CAPTURE(reference);
    CHECK(document.contains(json::json_pointer(reference.substr(1))));
  }
}

TEST_CASE("every operation of openapi.json is described, with its answers") {
  each_operation(description(), [](const auto& path, const auto&, const json& operation) {
    CAPTURE(path);
    CHECK_FALSE(operation["summary"].template get<std::string>().empty());
    CHECK((operation["responses"].contains("200") || operation["responses"].contains("201")));
    for (const auto& [status, response] : operation["responses"].items()) {
      CAPTURE(status);
      CHECK_FALSE(response["description"].template get<std::string>().empty());
    }
  });
}

}  // namespace lotsen::api
