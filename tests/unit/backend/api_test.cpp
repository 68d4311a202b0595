// The Api without a socket: what its handlers answer, on their threads.
#include "services/backend/api/api.h"

#include <future>
#include <nlohmann/json.hpp>
#include <set>

#include "services/backend/api/problem.h"
#include "services/sealing/signing.h"
#include "tests/support/catch.h"
#include "tests/support/kept_log.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/sealed_samples.h"

namespace lotsen::api {
namespace {

struct Fixture {
  tests::ManualClock clock;
  tests::KeptLog log;
  tests::MemoryStore rows;
  publishing::FormArchive forms = [] {
    publishing::FormArchive archive;
    archive.add({tests::sample_form(), "digest", R"({"id":"sample"})"});
    archive.offer({"sample"});
    return archive;
  }();
  fleet::KioskKeys kiosks;
  metrics::Metrics metrics;
  sealing::BackendSecretKeys keys = tests::fresh_backend_keys();
  sealing::KioskSecretKey kiosk_key = tests::fresh_kiosk_key();
  cases::RegisterSubmission registration{forms, keys, kiosks, clock};
  cases::ReadCase read_case{forms, {}, clock};
  store::StoreThread store{rows, metrics, log};
  work::WorkerPool pool{2};
  Request last;  // of post_submission
  Api api{{store, pool, registration, read_case, forms, metrics, clock, log}};

  Fixture() { REQUIRE(rows.put_kiosk({{"kiosk-1"}, sealing::to_text(sealing::public_key(kiosk_key))}, 1)); }
  Response ask(Request request) {
    std::promise<Response> promise;
    std::future<Response> answer = promise.get_future();
    api.handle(std::move(request), [promise = std::move(promise)](Response response) mutable {
      promise.set_value(std::move(response));
    });
    return answer.get();
  }
  Response post_submission(const Submission& submission) {
    const auto envelope = sealing::seal(submission, {"kiosk-1"}, kiosk_key, keys.public_keys);
    Request request;
    request.method = "POST";
    request.path = "/v1/submissions";
    request.headers = {{"idempotency-key", submission.id.value}, {"lotsen-signature", envelope.signature}};
    request.body = envelope.body;
    last = request;
    return ask(std::move(request));
  }
  Response repeat() { return ask(last); }
  Response get(const std::string& path, Headers headers = {}) {
    Request request;
    request.method = "GET";
    request.path = path;
    request.headers = std::move(headers);
    return ask(std::move(request));
  }
};

std::string type_of(const Response& response) {
  return nlohmann::json::parse(response.body)["type"];
}

}  // namespace

TEST_CASE("a submission is answered with 201, its repeat with 200 and the same receipt") {
  Fixture f;
  const Submission submission = tests::sample_submission(tests::sample_form());
  const Response first = f.post_submission(submission);
  CHECK(first.status == 201);
  const Response again = f.repeat();
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
  CHECK(f.log.has("submission.registered reference=" + submission.reference.value + " form=sample"));
}

TEST_CASE("while the store cannot commit, nobody is told that anything was registered") {
  Fixture f;
  f.rows.fail_commits(true);
  const Response refused = f.post_submission(tests::sample_submission(tests::sample_form()));
  CHECK(refused.status == 503);
  CHECK(type_of(refused) == "urn:lotsen:problem:store-unavailable");
  CHECK(f.get("/healthz").status == 503);
  f.rows.fail_commits(false);
  CHECK(f.rows.count_cases().value() == 0);
  CHECK(f.get("/healthz").status == 200);
}

TEST_CASE("a refusal names question and fault, never what was answered") {
  Fixture f;
  Submission submission = tests::sample_submission(tests::sample_form());
  submission.answers[{"kind"}] = {{Secret("hemligt-val")}};
  submission.answers[{"hemlig_fraga"}] = {{Secret("x")}};
  const Response refused = f.post_submission(submission);
  CHECK(refused.status == 422);
  CHECK(refused.content_type == "application/problem+json");
  CHECK(type_of(refused) == "urn:lotsen:problem:answers-wrong");
  CHECK(refused.body.find(R"({"code":"not-an-option","question":"kind"})") != std::string::npos);
  CHECK(refused.body.find("unknown-question") != std::string::npos);
  CHECK(refused.body.find("hemlig") == std::string::npos);
  CHECK_FALSE(f.log.has("hemlig"));
  CHECK(f.log.has("submission.refused reason=answers-wrong kiosk=kiosk-1"));
}

TEST_CASE("the forms come with a tag, and need not come again") {
  Fixture f;
  const Response first = f.get("/v1/forms");
  REQUIRE(first.status == 200);
  const auto json = nlohmann::json::parse(first.body);
  CHECK(json["forms"][0]["id"] == "sample");
  CHECK(json["forms"][0]["version"] == 7);
  CHECK(json["forms"][0]["form"]["id"] == "sample");
  const auto etag = first.headers.at(0);
  REQUIRE(etag.first == "ETag");
  const Response second = f.get("/v1/forms", {{"if-none-match", etag.second}});
  CHECK(second.status == 304);
  CHECK(second.body.empty());
}

TEST_CASE("who waits for help is shown, and taken on, only on the backend's own machine") {
  Fixture f;
  const auto ask_from = [&](bool local, const char* method, const char* path) {
    Request request;
    request.method = method;
    request.path = path;
    request.peer_is_local = local;
    return f.ask(std::move(request)).status;
  };
  CHECK(ask_from(false, "GET", "/v1/help-calls") == 403);
  CHECK(ask_from(false, "POST", "/v1/help-calls/a/acknowledge") == 403);
  CHECK(ask_from(true, "GET", "/v1/help-calls") == 200);
  CHECK(ask_from(true, "POST", "/v1/help-calls/a/acknowledge") == 404);
}

TEST_CASE("only application/json is taken where JSON is wanted") {
  Fixture f;
  const auto status_of = [&](const char* content_type) {
    Request head;
    head.method = "POST";
    head.path = "/v1/submissions";
    if (content_type) head.headers = {{"content-type", content_type}};
    const auto refused = f.api.refuse_early(head);
    return refused ? refused->status : 0;
  };
  CHECK(status_of("application/json") == 0);
  CHECK(status_of("Application/JSON; charset=utf-8") == 0);
  CHECK(status_of("application/json ;charset=utf-8") == 0);
  CHECK(status_of("text/plain") == 415);
  CHECK(status_of("application/jsonx") == 415);
  CHECK(status_of(nullptr) == 415);
}

TEST_CASE("a kiosk gives up only where trying again can never help") {
  for (const Problem& problem : all_problems()) {
    CAPTURE(problem.id);
    const bool permanent =
        problem.status == 400 || problem.status == 413 || problem.status == 415 || problem.status == 422;
    const std::set<std::string_view> hopeless = {"malformed-request",
                                                 "not-a-help-call",
                                                 "body-too-large",
                                                 "unsupported-media-type",
                                                 "not-an-envelope",
                                                 "seal-broken",
                                                 "idempotency-key-missing",
                                                 "idempotency-key-differs",
                                                 "head-differs",
                                                 "answers-wrong",
                                                 "body-differs",
                                                 "reference-taken"};
    CHECK(permanent == hopeless.contains(problem.id));
  }
}

}  // namespace lotsen::api
