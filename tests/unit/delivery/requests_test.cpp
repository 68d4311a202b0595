#include "kiosk/delivery/requests.h"

#include "services/sealing/signing.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace lotsen;
using namespace lotsen::delivery;

namespace {

std::string header(const http::Request& request, const std::string& name) {
  for (const auto& [key, value] : request.headers) {
    if (key == name) return value;
  }
  return "(none)";
}

}  // namespace

TEST_CASE("a submission goes out with its frozen bytes, its key and its signature") {
  const http::Request request =
      submission_request("http://127.0.0.1:8080/", SubmissionId{"key-1"}, {"the body", "the signature"});
  CHECK(request.method == "POST");
  CHECK(request.url == "http://127.0.0.1:8080/v1/submissions");
  CHECK(request.body == "the body");
  CHECK(header(request, "Idempotency-Key") == "\"key-1\"");
  CHECK(header(request, "Lotsen-Signature") == "the signature");
  CHECK(header(request, "Content-Type") == "application/json");
}

TEST_CASE("a help call is signed by the kiosk and has short limits") {
  const tests::TempFolder folder;
  const sealing::KioskSecretKey key = *sealing::kiosk_key(folder.path() / "kiosk.key");
  const http::Request request =
      send_help_call("http://backend", HelpCallId{"call-1"}, KioskId{"kiosk-1"}, key);
  CHECK(request.method == "POST");
  CHECK(request.url == "http://backend/v1/help-calls");
  CHECK(request.body == R"({"id":"call-1","kiosk":"kiosk-1"})");
  CHECK(
      sealing::signature_holds(request.body, header(request, "Lotsen-Signature"), sealing::public_key(key)));
  CHECK(request.timeout_ms <= 3'000);
}

TEST_CASE("a help call is followed by its id") {
  const http::Request request = ask_help_call("http://backend", HelpCallId{"call-1"});
  CHECK(request.method == "GET");
  CHECK(request.url == "http://backend/v1/help-calls/call-1");
  CHECK(request.timeout_ms <= 3'000);
}
