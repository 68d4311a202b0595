// GET /v1/cases/{reference}. The code comes in a header: an address lies in logs and histories.
#include "services/backend/api/api.h"
#include "services/backend/api/case_json.h"
#include "services/backend/api/problem.h"

namespace lotsen::api {
namespace {

Response encode(const cases::CaseAnswer& answer) {
  if (const auto* locked = std::get_if<cases::Locked>(&answer)) {
    return respond(problems::kTooManyTries, locked->retry_after_s);
  }
  const auto* view = std::get_if<cases::CaseView>(&answer);
  if (view == nullptr) return respond(problems::kNoSuchCase);
  return {200, to_json(*view), "application/json", {{"Cache-Control", "no-store"}}};
}

}  // namespace

void Api::read_case(Request request, Responder responder) {
  cases::CaseQuestion question{std::move(request.id), Secret(request.header("lotsen-case-code").value_or("")),
                               std::move(request.peer)};
  answer_from_store(
      parts_.store,
      [this, question = std::move(question)](store::Store& store) -> Result<Response> {
        return parts_.read_case.run(store, question).map(encode);
      },
      std::move(responder));
}

}  // namespace lotsen::api
