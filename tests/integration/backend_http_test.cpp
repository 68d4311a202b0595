// The real backend over real sockets: what it registers, what it refuses, and that nothing it is sent harms
// it.
#include <csignal>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "services/sealing/signing.h"
#include "tests/support/backend_process.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {
namespace {

struct Running {
  explicit Running(Words settings = {}) : backend(folder.path(), std::move(settings)) { backend.start(); }
  TempFolder folder;
  BackendProcess backend;
};

std::string problem_of(const RawReply& reply) {
  CHECK(reply.headers.at("content-type") == "application/problem+json");
  return nlohmann::json::parse(reply.body)["type"].get<std::string>().substr(
      std::string("urn:lotsen:problem:").size());
}

std::string metric(const BackendProcess& backend, const std::string& name) {
  const std::string text = backend.get("/metrics").body;
  const std::size_t at = text.find("\n" + name + " ");
  if (at == text.npos) return "";
  const std::size_t from = at + name.size() + 2;
  return text.substr(from, text.find('\n', from) - from);
}

RawReply read_case(const BackendProcess& backend, const Submission& submission, const std::string& code) {
  return backend.get("/v1/cases/" + submission.reference.value, {{"Lotsen-Case-Code", code}});
}

std::string code_of(const Submission& submission) {
  return std::string(submission.access_code.view());
}

}  // namespace

TEST_CASE("a submission is registered, its repeat gets the same receipt, and its case can be followed") {
  Running r;
  const Submission submission = fault_report();
  const RawReply first = r.backend.submit(submission);
  REQUIRE(first.status == 201);
  const Receipt receipt = receipt_from_json(first.body).value();
  CHECK(receipt.reference == submission.reference);
  CHECK(sealing::receipt_holds(receipt, r.backend.keys()));

  const RawReply followed = read_case(r.backend, submission, code_of(submission));
  REQUIRE(followed.status == 200);
  const auto json = nlohmann::json::parse(followed.body);
  CHECK(json["state"] == "registered");
  CHECK(json["title"] == "Felanmälan");
  CHECK(json["department"] == "Tekniska förvaltningen");
  CHECK(json["events"][0]["event"] == "registered");
  CHECK(followed.headers.at("cache-control") == "no-store");
  CHECK(followed.body.find("Storgatan") == std::string::npos);
}

TEST_CASE("the same bytes sent again, also after a restart, get 200 and the same receipt") {
  Running r;
  const std::string request = r.backend.submit_request(fault_report());
  const RawReply first = r.backend.connect().ask(request).value();
  CHECK(first.status == 201);
  CHECK(r.backend.stop(SIGTERM).status == 0);
  r.backend.start();
  const RawReply again = r.backend.connect().ask(request).value();
  CHECK(again.status == 200);
  CHECK(again.body == first.body);
}

TEST_CASE("twins sent at the same moment are one case with identical receipts") {
  Running r;
  const std::string request = r.backend.submit_request(fault_report());
  std::vector<RawReply> replies(8);
  {
    std::vector<std::jthread> twins;
    for (RawReply& reply : replies) {
      twins.emplace_back([&] { reply = r.backend.connect().ask(request).value_or(RawReply{}); });
    }
  }
  std::multiset<int> statuses;
  for (const RawReply& reply : replies) {
    statuses.insert(reply.status);
    CHECK(reply.body == replies[0].body);
  }
  CHECK(statuses == std::multiset<int>{200, 200, 200, 200, 200, 200, 200, 201});
  CHECK(metric(r.backend, "lotsen_submissions_registered_total") == "1");
}

TEST_CASE("after five wrong codes a case is closed, also to the right one") {
  Running r;
  const Submission submission = fault_report();
  REQUIRE(r.backend.submit(submission).status == 201);
  std::set<std::string> bodies;
  for (const char* code : {"0000-0000", "", "x", "4F7K-22MN", "0000-0001"}) {
    const RawReply refused = read_case(r.backend, submission, code);
    CHECK(refused.status == 404);
    bodies.insert(refused.body);
  }
  bodies.insert(read_case(r.backend, fault_report(), "0000-0000").body);
  CHECK(bodies.size() == 1);
  const RawReply locked = read_case(r.backend, submission, code_of(submission));
  CHECK(locked.status == 429);
  CHECK(problem_of(locked) == "too-many-tries");
  const int wait_s = std::stoi(locked.headers.at("retry-after"));
  CHECK(wait_s > 0);
  CHECK(wait_s <= 900);
}

TEST_CASE("what is wrong with a submission is said by its problem, and none of it is stored") {
  Running r;
  const Submission submission = fault_report();
  const auto envelope = sealing::seal(submission, {"kiosk-1"}, r.backend.kiosk_key(), r.backend.keys());
  const std::map<std::string, std::string> right = {{"Idempotency-Key", submission.id.value},
                                                    {"Lotsen-Signature", envelope.signature}};
  const auto post = [&](const std::string& header, const std::string& value, const std::string& body) {
    auto headers = right;
    header.empty() ? void() : void(headers[header] = value);
    if (value.empty()) headers.erase(header);
    return r.backend.post("/v1/submissions", headers, body);
  };
  const auto check = [](const RawReply& reply, int status, const char* problem) {
    CAPTURE(problem);
    CHECK(reply.status == status);
    CHECK(problem_of(reply) == problem);
    CHECK(reply.body.find("SC-") == std::string::npos);
  };
  check(post("Content-Type", "text/plain", envelope.body), 415, "unsupported-media-type");
  check(post("", "-", "{\"v\":1,"), 400, "not-an-envelope");
  check(post("", "-", "[]"), 400, "not-an-envelope");
  check(post("", "-", std::string(5'000, '[')), 400, "not-an-envelope");
  check(post("Idempotency-Key", "", envelope.body), 400, "idempotency-key-missing");
  check(post("Idempotency-Key", "SC-other", envelope.body), 400, "idempotency-key-differs");
  check(post("Lotsen-Signature", "bm8=", envelope.body), 403, "signature-wrong");
  check(post("Lotsen-Signature", "", envelope.body), 403, "signature-wrong");
  Submission lacking = fault_report();
  lacking.answers.erase({"location"});
  check(r.backend.submit(lacking), 422, "answers-wrong");
  check(r.backend.submit(fault_report(fault_report_version() + 1)), 409, "unknown-form-version");
  CHECK(metric(r.backend, "lotsen_submissions_registered_total") == "0");
  CHECK(r.backend.submit(submission).status == 201);
}

TEST_CASE("HTTP that is broken, too large or cut off is refused, and the server goes on") {
  Running r({"limits.body_bytes=2048", "limits.header_bytes=1024"});
  const auto ask = [&](const std::string& bytes) {
    RawHttp connection = r.backend.connect();
    connection.send(bytes);
    connection.end_sending();
    return connection.reply().value_or(RawReply{});
  };
  const std::string head = "POST /v1/submissions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
  CHECK(ask("\x16\x03\x01 this is TLS\r\n\r\n").status == 400);
  CHECK(ask("GET /healthz HTTP/9.9\r\n\r\n").status == 400);
  CHECK(ask(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n").status == 400);
  CHECK(ask(head + "Content-Length: -1\r\n\r\n").status == 400);
  CHECK(ask(head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef").status == 400);
  CHECK(ask(head + "X: " + std::string(5'000, 'x') + "\r\n\r\n").status == 431);
  CHECK(ask(head + "Content-Length: 999999\r\n\r\n").status == 413);
  CHECK(ask(head + "Transfer-Encoding: chunked\r\n\r\n1000\r\n" + std::string(4'096, 'x') + "\r\n0\r\n\r\n")
            .status == 413);
  const RawReply truncated = ask(head + "Content-Length: 100\r\n\r\n{\"v\":1");
  CHECK(truncated.status == 408);
  CHECK(problem_of(truncated) == "request-incomplete");
  CHECK(ask("GET /healthz HTTP/1.0\r\n\r\n").status == 200);
  CHECK(ask(http_request("GET", "/nowhere")).status == 404);
  CHECK(ask(http_request("PUT", "/v1/forms")).headers.at("allow") == "GET");
  CHECK(r.backend.get("/healthz").status == 200);
}

TEST_CASE("who sends a request too slowly is cut off") {
  Running r({"limits.request_timeout_ms=100"});
  RawHttp silent = r.backend.connect();
  RawHttp slow = r.backend.connect();
  slow.send("GET /healthz HT");
  RawHttp slow_body = r.backend.connect();
  slow_body.send(
      "POST /v1/submissions HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{");
  CHECK(silent.closed());
  CHECK(slow.closed());
  CHECK(slow_body.closed());
  CHECK(r.backend.get("/healthz").status == 200);
}

TEST_CASE("a connection carries one request after the other, also sent together, also after a refusal") {
  Running r;
  RawHttp connection = r.backend.connect();
  connection.send(http_request("GET", "/healthz") + http_request("GET", "/nowhere") +
                  http_request("GET", "/healthz"));
  CHECK(connection.reply()->status == 200);
  CHECK(connection.reply()->status == 404);
  CHECK(connection.reply()->status == 200);
  RawHttp last = r.backend.connect();
  CHECK(last.ask(http_request("GET", "/healthz", {{"Connection", "close"}}))->status == 200);
  CHECK(last.closed());
}

TEST_CASE("a client that asks before it sends its body is told to go on") {
  Running r;
  RawHttp connection = r.backend.connect();
  const Submission submission = fault_report();
  std::string request = r.backend.submit_request(submission);
  request.insert(request.find("\r\n") + 2, "Expect: 100-continue\r\n");
  const std::size_t body = request.find("\r\n\r\n") + 4;
  connection.send(request.substr(0, body));
  CHECK(connection.reply()->status == 100);
  connection.send(request.substr(body));
  CHECK(connection.reply()->status == 201);
}

TEST_CASE("beyond its connections the server says that it is busy, and when to come back") {
  Running r({"limits.connections=2"});
  RawHttp first = r.backend.connect();
  RawHttp second = r.backend.connect();
  REQUIRE(first.ask(http_request("GET", "/healthz"))->status == 200);
  REQUIRE(second.ask(http_request("GET", "/healthz"))->status == 200);
  RawHttp third = r.backend.connect();
  const RawReply refused = third.reply().value();
  CHECK(refused.status == 503);
  CHECK(refused.headers.contains("retry-after"));
  CHECK(problem_of(refused) == "busy");
  CHECK(first.ask(http_request("GET", "/healthz"))->status == 200);
}

TEST_CASE("a help call is made by a kiosk, seen and acknowledged by the staff, and heard of by the kiosk") {
  Running r;
  const std::string id = "0b8f3a52-6f0e-4c37-9a51-2f3d9c1e7a44";
  const std::string body = R"({"id":")" + id + R"(","kiosk":"kiosk-1"})";
  const std::map<std::string, std::string> signature = {
      {"Lotsen-Signature", sealing::sign_body(body, r.backend.kiosk_key())}};
  CHECK(r.backend.post("/v1/help-calls", {{"Lotsen-Signature", "bm8="}}, body).status == 403);
  CHECK(r.backend.post("/v1/help-calls", signature, "{}").status == 400);
  CHECK(r.backend.post("/v1/help-calls", signature, body).status == 201);
  CHECK(r.backend.post("/v1/help-calls", signature, body).status == 201);
  CHECK(nlohmann::json::parse(r.backend.get("/v1/help-calls/" + id).body)["state"] == "waiting");
  const auto waiting = nlohmann::json::parse(r.backend.get("/v1/help-calls").body)["help_calls"];
  REQUIRE(waiting.size() == 1);
  CHECK(waiting[0]["kiosk"] == "kiosk-1");

  for (int i = 0; i < 2; ++i) {
    const RawReply done = r.backend.post("/v1/help-calls/" + id + "/acknowledge", {}, "");
    CHECK(done.status == 200);
    CHECK(nlohmann::json::parse(done.body)["state"] == "acknowledged");
  }
  CHECK(nlohmann::json::parse(r.backend.get("/v1/help-calls/" + id).body)["state"] == "acknowledged");
  CHECK(nlohmann::json::parse(r.backend.get("/v1/help-calls").body)["help_calls"].empty());
  CHECK(r.backend.post("/v1/help-calls/unknown/acknowledge", {}, "").status == 404);
  CHECK(r.backend.get("/v1/help-calls/unknown").status == 404);
}

TEST_CASE("the server describes itself and counts what it does") {
  Running r;
  const auto description = nlohmann::json::parse(r.backend.get("/openapi.json").body);
  CHECK(description["openapi"] == "3.1.0");
  r.backend.submit(fault_report());
  CHECK(metric(r.backend, "lotsen_submissions_registered_total") == "1");
  CHECK(metric(r.backend, R"(lotsen_http_requests_total{route="register_submission",status="201"})") == "1");
}

}  // namespace lotsen::tests
