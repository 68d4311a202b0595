#include "kiosk/delivery/delivery.h"
#include "kiosk/delivery/problem_json.h"
#include "services/sealing/signing.h"

namespace lotsen::delivery {
namespace {

enum class Meaning { receipt_expected, permanent, later };

Meaning meaning(int status) {
  switch (status) {
    case 200:
    case 201:
      return Meaning::receipt_expected;
    case 400:
    case 413:
    case 415:
    case 422:
      return Meaning::permanent;
    default:  // a portal's redirect, 401 and 403 (the kiosk's fault, not the record's), 409, 429, 5xx,
              // unheard of
      return Meaning::later;
  }
}

std::string named(int status) {
  return "HTTP status " + std::to_string(status);
}

Verdict judge_receipt(const http::Reply& reply, const SubmissionId& id, const std::string& body_digest,
                      const sealing::BackendPublicKeys& keys) {
  const std::string where = named(reply.status);
  Result<Receipt> receipt = receipt_from_json(reply.body);
  if (!receipt) return Retry{where + " without a receipt", std::nullopt};
  if (receipt->id != id) return Retry{where + " with the receipt of another submission", std::nullopt};
  if (receipt->digest != body_digest) return Retry{where + " with a receipt for other bytes", std::nullopt};
  if (!sealing::receipt_holds(*receipt, keys)) {
    return Retry{where + " with a receipt that the backend has not signed", std::nullopt};
  }
  return Acknowledged{std::move(*receipt)};
}

Verdict judge_refusal(const http::Reply& reply) {
  const std::optional<std::string> title = problem_title(reply);
  if (!title) return Retry{named(reply.status) + " that is not the backend's", reply.retry_after_s};
  return Refused{named(reply.status) + ": " + *title};
}

}  // namespace

Verdict judge(const Result<http::Reply>& reply, const SubmissionId& id, const std::string& body_digest,
              const sealing::BackendPublicKeys& keys) {
  if (!reply) return Retry{reply.error().detail, std::nullopt};
  switch (meaning(reply->status)) {
    case Meaning::receipt_expected:
      return judge_receipt(*reply, id, body_digest, keys);
    case Meaning::permanent:
      return judge_refusal(*reply);
    case Meaning::later:
      break;
  }
  return Retry{named(reply->status), reply->retry_after_s};
}

}  // namespace lotsen::delivery
