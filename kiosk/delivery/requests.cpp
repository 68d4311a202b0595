#include "kiosk/delivery/requests.h"

#include "kiosk/delivery/help_call_json.h"
#include "services/sealing/signing.h"

namespace lotsen::delivery {
namespace {

constexpr int kDurableTimeoutMs = 15'000;
constexpr int kLiveTimeoutMs = 3'000;
constexpr std::size_t kMostReplyBytes = 16 * 1024;

// A base address may end with a slash or not.
std::string url(std::string base, const std::string& path) {
  while (base.ends_with('/')) base.pop_back();
  return base + path;
}

http::Request signed_post(std::string address, std::string body, std::string signature, int timeout_ms) {
  http::Request request;
  request.method = "POST";
  request.url = std::move(address);
  request.headers = {{"Content-Type", "application/json"}, {"Lotsen-Signature", std::move(signature)}};
  request.body = std::move(body);
  request.timeout_ms = timeout_ms;
  request.max_reply_bytes = kMostReplyBytes;
  return request;
}

}  // namespace

http::Request submission_request(const std::string& backend_url, const SubmissionId& id,
                                 sealing::SealedEnvelope envelope) {
  http::Request request = signed_post(url(backend_url, "/v1/submissions"), std::move(envelope.body),
                                      std::move(envelope.signature), kDurableTimeoutMs);
  request.headers.emplace_back("Idempotency-Key", '"' + id.value + '"');
  return request;
}

http::Request send_help_call(const std::string& backend_url, const HelpCallId& call, const KioskId& kiosk,
                             const sealing::KioskSecretKey& key) {
  std::string body = help_call_to_json(call, kiosk);
  std::string signature = sealing::sign_body(body, key);
  return signed_post(url(backend_url, "/v1/help-calls"), std::move(body), std::move(signature),
                     kLiveTimeoutMs);
}

http::Request ask_help_call(const std::string& backend_url, const HelpCallId& call) {
  http::Request request;
  request.url = url(backend_url, "/v1/help-calls/" + call.value);
  request.timeout_ms = kLiveTimeoutMs;
  request.max_reply_bytes = kMostReplyBytes;
  return request;
}

}  // namespace lotsen::delivery
