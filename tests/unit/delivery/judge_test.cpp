#include "kiosk/delivery/delivery.h"
#include "services/sealing/envelope.h"
#include "services/sealing/signing.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace lotsen;
using namespace lotsen::delivery;

namespace {

constexpr const char* kProblem = R"({"type":"about:blank","title":"The form is unknown","status":STATUS})";

struct Backend {
  tests::TempFolder folder;
  sealing::BackendSecretKeys keys = *sealing::backend_keys(folder.path() / "backend.key");
  SubmissionId id{"0b6b1a52-53a4-4c1c-9d0a-9d8f2a3f1a11"};
  std::string digest = sealing::digest("the sealed body");

  Receipt receipt() const {
    Receipt made{id, CaseReference{"SC-7K3Q-M9PX-T"}, digest, 1'795'269'787'120, ""};
    sealing::sign(made, keys);
    return made;
  }
  Verdict judge(const Result<http::Reply>& reply) const {
    return delivery::judge(reply, id, digest, keys.public_keys);
  }
};

http::Reply answer(int status, std::string body, std::string type = "application/json") {
  return {status, std::move(type), std::nullopt, std::move(body)};
}

http::Reply problem(int status) {
  std::string body = kProblem;
  body.replace(body.find("STATUS"), 6, std::to_string(status));
  return answer(status, std::move(body), "application/problem+json");
}

bool is_retry(const Verdict& verdict) {
  return std::holds_alternative<Retry>(verdict);
}
bool is_refused(const Verdict& verdict) {
  return std::holds_alternative<Refused>(verdict);
}

}  // namespace

TEST_CASE("a signed receipt for these bytes is the only thing that acknowledges") {
  const Backend backend;
  const Receipt receipt = backend.receipt();
  for (int status = 100; status < 600; ++status) {
    const Verdict verdict = backend.judge(answer(status, to_json(receipt)));
    INFO(status);
    if (status == 200 || status == 201) {
      REQUIRE(std::holds_alternative<Acknowledged>(verdict));
      CHECK(std::get<Acknowledged>(verdict).receipt == receipt);
    } else {
      CHECK(is_retry(verdict));
    }
  }
}

TEST_CASE("of all statuses, only four refuse for good, and only in the backend's own problem JSON") {
  const Backend backend;
  for (int status = 100; status < 600; ++status) {
    INFO(status);
    const bool permanent = status == 400 || status == 413 || status == 415 || status == 422;
    CHECK(is_refused(backend.judge(problem(status))) == permanent);
    CHECK(is_retry(backend.judge(problem(status))) == !permanent);
    CHECK(is_retry(backend.judge(answer(status, "<html>no</html>", "text/html"))));
    CHECK(is_retry(backend.judge(answer(status, "", ""))));
  }
}

TEST_CASE("a refusal says why, in a line fit for the log") {
  const Backend backend;
  CHECK(std::get<Refused>(backend.judge(problem(422))).reason == "HTTP status 422: The form is unknown");
  const std::string long_title = "a\\nb" + std::string(500, 'x');
  const Verdict verdict =
      backend.judge(answer(400, "{\"title\":\"" + long_title + "\"}", "application/problem+json"));
  const std::string reason = std::get<Refused>(verdict).reason;
  CHECK(reason.find('\n') == std::string::npos);
  CHECK(reason.size() < 150);
}

TEST_CASE("what only looks like a refusal is tried again") {
  const Backend backend;
  CHECK(is_retry(backend.judge(answer(422, problem(422).body, "application/json"))));
  CHECK(is_retry(backend.judge(answer(422, problem(400).body, "application/problem+json"))));
  CHECK(is_retry(backend.judge(answer(422, "[]", "application/problem+json"))));
  CHECK(is_retry(backend.judge(answer(422, R"({"title":7})", "application/problem+json"))));
  CHECK(is_retry(backend.judge(answer(422, "{", "application/problem+json"))));
}

TEST_CASE("a 200 that is not our receipt is tried again") {
  const Backend backend;
  Receipt receipt = backend.receipt();
  SECTION("a captive portal's page") {
    CHECK(is_retry(backend.judge(answer(200, "<html>Log in to the guest network</html>", "text/html"))));
  }
  SECTION("nothing at all") {
    CHECK(is_retry(backend.judge(answer(200, ""))));
  }
  SECTION("some other JSON") {
    CHECK(is_retry(backend.judge(answer(201, R"({"status":"ok"})"))));
  }
  SECTION("a very long something") {
    CHECK(is_retry(backend.judge(answer(200, std::string(1'000'000, '[')))));
  }
  SECTION("the receipt of another submission, rightly signed") {
    receipt.id = SubmissionId{"0b6b1a52-53a4-4c1c-9d0a-9d8f2a3f1a12"};
    sealing::sign(receipt, backend.keys);
    CHECK(is_retry(backend.judge(answer(200, to_json(receipt)))));
  }
  SECTION("a receipt for other bytes, rightly signed") {
    receipt.digest = sealing::digest("another body");
    sealing::sign(receipt, backend.keys);
    CHECK(is_retry(backend.judge(answer(200, to_json(receipt)))));
  }
  SECTION("a receipt signed by somebody else") {
    const Backend stranger;
    sealing::sign(receipt, stranger.keys);
    CHECK(is_retry(backend.judge(answer(200, to_json(receipt)))));
  }
  SECTION("a receipt whose time was changed after it was signed") {
    receipt.received += 1;
    CHECK(is_retry(backend.judge(answer(200, to_json(receipt)))));
  }
  SECTION("a receipt without a signature") {
    receipt.signature.clear();
    CHECK(is_retry(backend.judge(answer(200, to_json(receipt)))));
  }
}

TEST_CASE("no answer is tried again") {
  const Backend backend;
  const ErrorCode code = GENERATE(ErrorCode::unavailable, ErrorCode::unexpected_reply, ErrorCode::internal,
                                  ErrorCode::bad_input);
  CHECK(is_retry(backend.judge(fail(code, "why"))));
}

TEST_CASE("Retry-After comes along") {
  const Backend backend;
  http::Reply busy = problem(503);
  busy.retry_after_s = 42;
  CHECK(std::get<Retry>(backend.judge(busy)).after_s == 42);
}
