#include <nlohmann/json.hpp>

#include "tests/support/visitor.h"

namespace lotsen::tests {

Shown shown_from_json(const std::string& json) {
  const auto list = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!list.is_array()) throw ProgramFault("not an element list: " + json);
  Shown shown;
  for (const auto& element : list) {
    shown[element.at("id")] = {element.at("label"), element.at("value"), element.at("hint")};
  }
  return shown;
}

}  // namespace lotsen::tests
