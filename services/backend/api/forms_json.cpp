#include "services/backend/api/forms_json.h"

#include <nlohmann/json.hpp>

namespace lotsen::api {

std::string forms_to_json(const std::vector<const publishing::PublishedForm*>& forms) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const publishing::PublishedForm* published : forms) {
    const forms::Form& form = published->form;
    list.push_back({{"id", form.id.value},
                    {"version", form.version},
                    {"level", form.level},
                    {"title", form.title.by_language},
                    {"digest", published->digest},
                    {"form", nlohmann::ordered_json::parse(published->source)}});
  }
  return nlohmann::ordered_json({{"forms", std::move(list)}}).dump();
}

}  // namespace lotsen::api
