#include "services/backend/api/case_json.h"

#include <nlohmann/json.hpp>

namespace lotsen::api {

std::string to_json(const cases::CaseView& view) {
  nlohmann::ordered_json events = nlohmann::ordered_json::array();
  for (const store::CaseEvent& event : view.row.events) {
    events.push_back({{"at", to_rfc3339(event.at)}, {"event", event.kind}});
  }
  const nlohmann::ordered_json json = {{"reference", view.row.reference.value},
                                       {"state", view.row.state},
                                       {"form", view.row.form.value},
                                       {"form_version", view.row.form_version},
                                       {"title", view.title},
                                       {"department", view.department},
                                       {"received", to_rfc3339(view.row.received)},
                                       {"events", std::move(events)}};
  return json.dump();
}

}  // namespace lotsen::api
