#include <nlohmann/json.hpp>

#include "services/backend/api/problem.h"

namespace lotsen::api {
namespace {

using cases::Refused;

constexpr Refused kRefusals[] = {
    Refused::not_an_envelope, Refused::key_missing,     Refused::key_differs,
    Refused::kiosk_unknown,   Refused::signature_wrong, Refused::sealed_to_another_key,
    Refused::seal_broken,     Refused::head_differs,    Refused::form_version_unknown,
    Refused::answers_wrong,   Refused::body_differs,    Refused::reference_taken};

int status_of(Refused reason) {
  switch (reason) {
    case Refused::not_an_envelope:
    case Refused::key_missing:
    case Refused::key_differs:
      return 400;
    // Put right at the backend, so the kiosk keeps the record and tries again.
    case Refused::kiosk_unknown:
    case Refused::signature_wrong:
    case Refused::sealed_to_another_key:
      return 403;
    // Trying again would give the same answer for ever: the kiosk sets the record aside and calls staff.
    case Refused::reference_taken:
    case Refused::seal_broken:
    case Refused::head_differs:
    case Refused::answers_wrong:
    case Refused::body_differs:
      return 422;
    // A kiosk may have a new form before the backend does; publishing it mends this.
    case Refused::form_version_unknown:
      return 409;
  }
  return 500;
}

std::string_view title_of(Refused reason) {
  switch (reason) {
    case Refused::not_an_envelope:
      return "The body is not a sealed envelope.";
    case Refused::key_missing:
      return "The Idempotency-Key header is missing.";
    case Refused::key_differs:
      return "The Idempotency-Key is not the envelope's submission_id.";
    case Refused::kiosk_unknown:
      return "This kiosk is not registered.";
    case Refused::signature_wrong:
      return "The signature does not hold for this kiosk.";
    case Refused::sealed_to_another_key:
      return "The envelope is sealed to a key this server does not have.";
    case Refused::seal_broken:
      return "The seal cannot be opened.";
    case Refused::head_differs:
      return "What is sealed is no submission, or differs from the envelope's head.";
    case Refused::form_version_unknown:
      return "This version of the form was never published here.";
    case Refused::answers_wrong:
      return "The answers break the rules of the form.";
    case Refused::body_differs:
      return "This submission was registered with another body.";
    case Refused::reference_taken:
      return "Another submission has this reference.";
  }
  return "";
}

std::string_view name_of(forms::FaultCode code) {
  switch (code) {
    case forms::FaultCode::missing:
      return "missing";
    case forms::FaultCode::too_long:
      return "too-long";
    case forms::FaultCode::not_an_option:
      return "not-an-option";
    case forms::FaultCode::not_a_phone_number:
      return "not-a-phone-number";
    case forms::FaultCode::not_an_email:
      return "not-an-email";
    case forms::FaultCode::unknown_question:
      return "unknown-question";
    case forms::FaultCode::unreadable:
      return "unreadable";
  }
  return "";
}

nlohmann::ordered_json json_of(const forms::Fault& fault) {
  nlohmann::ordered_json json = {{"code", name_of(fault.code)}};
  // The id of a question that the form does not have is the sender's own text.
  if (fault.code != forms::FaultCode::unknown_question) json["question"] = fault.question.value;
  return json;
}

nlohmann::ordered_json json_of(const Problem& problem) {
  return {{"type", "urn:lotsen:problem:" + std::string(problem.id)},
          {"title", problem.title},
          {"status", problem.status}};
}

Response response(const Problem& problem, const nlohmann::ordered_json& json) {
  return {problem.status, json.dump(), "application/problem+json", {{"Cache-Control", "no-store"}}};
}

}  // namespace

Problem problem_of(Refused reason) {
  return {cases::name_of(reason), status_of(reason), title_of(reason)};
}

std::vector<Problem> all_problems() {
  using namespace problems;
  std::vector<Problem> all = {kMalformed,      kNotAHelpCall, kStaffOnly,      kNotFound, kNoSuchCase,
                              kNoSuchHelpCall, kMethod,       kIncomplete,     kTaken,    kBodyTooLarge,
                              kNotJson,        kTooManyTries, kHeaderTooLarge, kBusy,     kStoreBroken};
  for (const Refused reason : kRefusals) all.push_back(problem_of(reason));
  return all;
}

Response respond(const Problem& problem) {
  return response(problem, json_of(problem));
}

Response respond(const Problem& problem, int retry_after_s) {
  Response answer = respond(problem);
  answer.headers.emplace_back("Retry-After", std::to_string(retry_after_s));
  return answer;
}

Response respond(const cases::Refusal& refusal) {
  const Problem problem = problem_of(refusal.reason);
  nlohmann::ordered_json json = json_of(problem);
  if (!refusal.faults.empty()) {
    json["faults"] = nlohmann::ordered_json::array();
    for (const forms::Fault& fault : refusal.faults) json["faults"].push_back(json_of(fault));
  }
  return response(problem, json);
}

}  // namespace lotsen::api
