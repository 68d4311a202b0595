#include "services/backend/api/routes.h"

#include <optional>

#include "services/backend/api/api.h"

namespace lotsen::api {
namespace {

constexpr Route kRoutes[] = {
    {"POST", "/v1/submissions", "register_submission", true, &Api::register_submission},
    {"GET", "/v1/forms", "list_forms", false, &Api::list_forms},
    {"GET", "/v1/cases/{reference}", "read_case", false, &Api::read_case},
    {"POST", "/v1/help-calls", "call_for_help", true, &Api::call_for_help},
    {"GET", "/v1/help-calls", "list_help_calls", false, &Api::list_help_calls},
    {"GET", "/v1/help-calls/{id}", "read_help_call", false, &Api::read_help_call},
    {"POST", "/v1/help-calls/{id}/acknowledge", "acknowledge_help_call", false, &Api::acknowledge_help_call},
    {"GET", "/healthz", "health", false, &Api::health},
    {"GET", "/metrics", "metrics", false, &Api::metrics},
    {"GET", "/openapi.json", "openapi", false, &Api::openapi},
};

std::string_view first_segment(std::string_view path) {
  return path.substr(0, path.find('/', 1));
}

// The text in the place of {…}, empty when the pattern has none; nothing when the path is another.
std::optional<std::string> fits(std::string_view pattern, std::string_view path) {
  std::string id;
  while (!pattern.empty() && !path.empty()) {
    const std::string_view want = first_segment(pattern);
    const std::string_view got = first_segment(path);
    const bool open = want.starts_with("/{");
    if (open ? got.size() < 2 : want != got) return std::nullopt;
    if (open) id = got.substr(1);
    pattern.remove_prefix(want.size());
    path.remove_prefix(got.size());
  }
  if (!pattern.empty() || !path.empty()) return std::nullopt;
  return id;
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

Match match(std::string_view method, std::string_view path) {
  std::string allow;
  for (const Route& route : kRoutes) {
    std::optional<std::string> id = fits(route.path, path);
    if (!id) continue;
    if (route.method == method) return Matched{&route, std::move(*id)};
    allow += (allow.empty() ? "" : ", ") + std::string(route.method);
  }
  if (allow.empty()) return NoRoute{};
  return WrongMethod{allow};
}

}  // namespace lotsen::api
