// The help call routes. Seeing who waits and going there is for the staff: until they can sign in, that is
// whoever calls from this machine itself (a proxy in front must not pass these two on).
#include "services/backend/help/help_calls.h"

#include "services/backend/api/api.h"
#include "services/backend/api/help_json.h"
#include "services/backend/api/problem.h"

namespace lotsen::api {
namespace {

Response fresh(int status, std::string body) {
  return {status, std::move(body), "application/json", {{"Cache-Control", "no-store"}}};
}

// What the use case refuses is an answer; what the store could not do is an error.
Result<Response> refusal_or_error(const Error& error) {
  if (error.code == ErrorCode::forbidden) return respond(problem_of(cases::Refused::signature_wrong));
  if (error.code == ErrorCode::conflict) return respond(problems::kTaken);
  return tl::unexpected(error);
}

Result<Response> take_call(store::Store& store, const help::SignedCall& signed_call, UtcMs now) {
  const Result<store::HelpCallRow> row = help::call(store, signed_call, now);
  if (!row) return refusal_or_error(row.error());
  return fresh(201, to_json(*row));
}

Result<Response> read(store::Store& store, const HelpCallId& id) {
  const auto row = store.find_help_call(id);
  if (!row) return tl::unexpected(row.error());
  return *row ? fresh(200, to_json(**row)) : respond(problems::kNoSuchHelpCall);
}

Result<Response> acknowledge(store::Store& store, const HelpCallId& id, UtcMs now) {
  const Result<void> done = store.acknowledge_help_call(id, now);
  if (!done && done.error().code != ErrorCode::not_found) return tl::unexpected(done.error());
  return read(store, id);
}

}  // namespace

void Api::call_for_help(Request request, Responder responder) {
  Result<HelpCallBody> body = help_call_from_json(request.body);
  if (!body) return responder(respond(problems::kNotAHelpCall));
  help::SignedCall signed_call{std::move(body->id), std::move(body->kiosk), std::move(request.body),
                               request.header("lotsen-signature").value_or("")};
  answer_from_store(
      parts_.store,
      [this, signed_call = std::move(signed_call)](store::Store& store) {
        return take_call(store, signed_call, parts_.clock.utc_ms());
      },
      std::move(responder));
}

void Api::list_help_calls(Request request, Responder responder) {
  if (!request.peer_is_local) return responder(respond(problems::kStaffOnly));
  answer_from_store(
      parts_.store,
      [this](store::Store& store) -> Result<Response> {
        return help::waiting(store, parts_.clock.utc_ms()).map([](const auto& calls) {
          return fresh(200, to_json(calls));
        });
      },
      std::move(responder));
}

void Api::read_help_call(Request request, Responder responder) {
  answer_from_store(
      parts_.store, [id = HelpCallId{std::move(request.id)}](store::Store& store) { return read(store, id); },
      std::move(responder));
}

void Api::acknowledge_help_call(Request request, Responder responder) {
  if (!request.peer_is_local) return responder(respond(problems::kStaffOnly));
  answer_from_store(
      parts_.store,
      [this, id = HelpCallId{std::move(request.id)}](store::Store& store) {
        return acknowledge(store, id, parts_.clock.utc_ms());
      },
      std::move(responder));
}

}  // namespace lotsen::api
