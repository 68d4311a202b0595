#include <nlohmann/json.hpp>

#include "tests/support/program.h"
#include "tests/text/chromium.h"

namespace lotsen::tests {

std::vector<MeasuredText> measured_from_json(const std::string& json) {
  const auto all = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!all.is_array()) throw ProgramFault("Chromium's page measured nothing: " + json);
  std::vector<MeasuredText> texts;
  for (const auto& lines : all) {
    MeasuredText text;
    for (const auto& line : lines)
      text.push_back({line.at("text"), line.at("width"), line.at("fromTheLeft")});
    texts.push_back(text);
  }
  return texts;
}

}  // namespace lotsen::tests
