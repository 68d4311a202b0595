#include "kiosk/delivery/help_call_json.h"

#include <nlohmann/json.hpp>

namespace lotsen::delivery {

std::string help_call_to_json(const HelpCallId& call, const KioskId& kiosk) {
  const nlohmann::json json = {{"id", call.value}, {"kiosk", kiosk.value}};
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<HelpCallStatus> help_call_from_json(std::string_view text) {
  const nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto id = json.find("id");
  const auto state = json.find("state");
  if (id == json.end() || !id->is_string() || state == json.end()) return std::nullopt;
  const bool acknowledged = *state == "acknowledged";
  if (!acknowledged && *state != "waiting") return std::nullopt;
  return HelpCallStatus{HelpCallId{id->get<std::string>()}, acknowledged};
}

}  // namespace lotsen::delivery
