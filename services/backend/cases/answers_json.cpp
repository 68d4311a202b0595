#include "services/backend/cases/answers_json.h"

#include <nlohmann/json.hpp>

#include "services/core/wipe.h"

namespace lotsen::cases {

// nlohmann's own copies are wiped when they are freed (core/wiping_free.cpp); the text here is not freed by
// it.
Secret answers_to_json(const forms::Answers& answers) {
  nlohmann::json object = nlohmann::json::object();
  for (const auto& [question, answer] : answers) {
    nlohmann::json values = nlohmann::json::array();
    for (const Secret& value : answer.values) values.push_back(std::string(value.view()));
    object[question.value] = std::move(values);
  }
  std::string text = object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  Secret secret(text);
  wipe(text.data(), text.size());
  return secret;
}

}  // namespace lotsen::cases
