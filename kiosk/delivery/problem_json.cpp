#include "kiosk/delivery/problem_json.h"

#include <nlohmann/json.hpp>

namespace lotsen::delivery {
namespace {

std::string fit_for_log(std::string title) {
  constexpr std::size_t kMostCharacters = 120;
  title.resize(std::min(title.size(), kMostCharacters));
  for (char& c : title) {
    if (c < ' ' || c > '~') c = '?';
  }
  return title;
}

}  // namespace

std::optional<std::string> problem_title(const http::Reply& reply) {
  if (reply.content_type != "application/problem+json") return std::nullopt;
  const nlohmann::json json = nlohmann::json::parse(reply.body, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto title = json.find("title");
  if (title == json.end() || !title->is_string()) return std::nullopt;
  const auto status = json.find("status");
  if (status != json.end() && *status != reply.status) return std::nullopt;
  return fit_for_log(title->get<std::string>());
}

}  // namespace lotsen::delivery
