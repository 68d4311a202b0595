#include "services/backend/publishing/canonical_json.h"

#include <nlohmann/json.hpp>

namespace lotsen::publishing {

Result<std::string> canonical_json(std::string_view json) {
  auto parsed = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded()) return fail(ErrorCode::bad_input, "not JSON");
  if (parsed.is_object()) parsed.erase("$schema");
  return parsed.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace lotsen::publishing
