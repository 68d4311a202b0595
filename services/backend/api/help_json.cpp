#include "services/backend/api/help_json.h"

#include <nlohmann/json.hpp>

namespace lotsen::api {
namespace {

constexpr std::size_t kLongestKioskId = 64;

// RFC 9562: 8-4-4-4-12 hexadecimal digits, lower case as ours are.
bool is_uuid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    const bool hex = (text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'f');
    if (dash ? text[i] != '-' : !hex) return false;
  }
  return true;
}

std::string text_of(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

nlohmann::ordered_json json_of(const store::HelpCallRow& call) {
  return {{"id", call.id.value}, {"state", call.acknowledged ? "acknowledged" : "waiting"}};
}

}  // namespace

Result<HelpCallBody> help_call_from_json(std::string_view body) {
  const auto json = nlohmann::json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return fail(ErrorCode::bad_input, "not a JSON object");
  HelpCallBody call{{text_of(json, "id")}, {text_of(json, "kiosk")}};
  if (!is_uuid(call.id.value)) return fail(ErrorCode::bad_input, "id is not a UUID");
  if (call.kiosk.value.empty() || call.kiosk.value.size() > kLongestKioskId) {
    return fail(ErrorCode::bad_input, "kiosk is missing or too long");
  }
  return call;
}

std::string to_json(const store::HelpCallRow& call) {
  return json_of(call).dump();
}

std::string to_json(const std::vector<store::HelpCallRow>& calls) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const store::HelpCallRow& call : calls) {
    nlohmann::ordered_json json = json_of(call);
    json["kiosk"] = call.kiosk.value;
    json["called"] = to_rfc3339(call.called);
    list.push_back(std::move(json));
  }
  return nlohmann::ordered_json({{"help_calls", std::move(list)}}).dump();
}

}  // namespace lotsen::api
