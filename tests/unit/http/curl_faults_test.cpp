// What a bad line and strangers on it may do to a reply (the fates of an answer).
#include "tests/support/fault_server.h"
#include "tests/unit/http/ask.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

const std::string kWhole = http_reply("200 OK", "application/json", "{\"receipt\":\"a rather long one\"}");

http::Request impatient(std::string url) {
  http::Request request = get(std::move(url));
  request.timeout_ms = 200;
  return request;
}

ErrorCode error_of(const Result<http::Reply>& answer) {
  INFO("status " << (answer ? answer->status : 0));
  REQUIRE_FALSE(answer);
  return answer.error().code;
}

}  // namespace

TEST_CASE("a refused connection is unavailable") {
  CHECK(error_of(ask(impatient(refused_url()))) == ErrorCode::unavailable);
}

TEST_CASE("a name that does not resolve is unavailable") {
  CHECK(error_of(ask(impatient("http://no-such-host.invalid/"))) == ErrorCode::unavailable);
}

TEST_CASE("a server that takes the request and says nothing is unavailable when the time is up") {
  FaultServer server(blackhole());
  const auto begun = std::chrono::steady_clock::now();
  CHECK(error_of(ask(impatient(server.url()))) == ErrorCode::unavailable);
  CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(3));
}

TEST_CASE("a connection reset at any byte of the answer is unavailable, never half an answer") {
  for (std::size_t bytes = 0; bytes < kWhole.size(); ++bytes) {
    FaultServer server(reset_after(kWhole.substr(0, bytes)));
    INFO("after " << bytes << " bytes");
    CHECK(error_of(ask(get(server.url()))) == ErrorCode::unavailable);
  }
}

TEST_CASE("an answer that ends before its length is unavailable") {
  FaultServer server(half_close_after(kWhole.substr(0, kWhole.size() - 1)));
  CHECK(error_of(ask(get(server.url()))) == ErrorCode::unavailable);
}

TEST_CASE("an answer that trickles in is given up at the time limit") {
  FaultServer server(slowly(kWhole));
  CHECK(error_of(ask(impatient(server.url()))) == ErrorCode::unavailable);
}

TEST_CASE("an answer in slow bytes arrives whole when there is time") {
  FaultServer server(slowly(http_reply("200 OK", "text/plain", "slow")));
  const Result<http::Reply> answer = ask(get(server.url()));
  REQUIRE(answer);
  CHECK(answer->body == "slow");
}

TEST_CASE("a redirect is an answer, not a way to go") {
  FaultServer elsewhere(reply(kWhole));
  FaultServer server(
      reply(http_reply("302 Found", "text/html", "", "Location: " + elsewhere.url() + "\r\n")));
  const Result<http::Reply> answer = ask(get(server.url()));
  REQUIRE(answer);
  CHECK(answer->status == 302);
  CHECK(elsewhere.connections() == 0);
}

TEST_CASE("a portal's HTML comes back as what it is") {
  FaultServer server(reply(http_reply("200 OK", "text/html; charset=utf-8", "<html>Log in</html>")));
  const Result<http::Reply> answer = ask(get(server.url()));
  REQUIRE(answer);
  CHECK(answer->content_type == "text/html");
}

TEST_CASE("a body may be as long as the limit and not a byte longer") {
  const std::size_t extra = GENERATE(0U, 1U);
  FaultServer server(reply(http_reply("200 OK", "text/plain", std::string(1'000 + extra, 'x'))));
  http::Request request = get(server.url());
  request.max_reply_bytes = 1'000;
  const Result<http::Reply> answer = ask(request);
  if (extra == 0) {
    REQUIRE(answer);
    CHECK(answer->body.size() == 1'000);
  } else {
    CHECK(error_of(answer) == ErrorCode::unexpected_reply);
  }
}

TEST_CASE("a body without an end is cut off at the limit") {
  const std::string block(1'024, 'x');
  const std::string head = GENERATE(as<std::string>(), "HTTP/1.1 200 OK\r\n\r\n",
                                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
  const bool chunked = head.find("chunked") != std::string::npos;
  FaultServer server(endlessly(head, chunked ? "400\r\n" + block + "\r\n" : block));
  CHECK(error_of(ask(get(server.url()))) == ErrorCode::unexpected_reply);
}

TEST_CASE("headers without an end are cut off at their limit") {
  FaultServer server(endlessly("HTTP/1.1 200 OK\r\n", "X-More: " + std::string(200, 'x') + "\r\n"));
  CHECK(error_of(ask(get(server.url()))) == ErrorCode::unexpected_reply);
}

TEST_CASE("a chunked answer is put together") {
  FaultServer server(
      reply("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/plain\r\n\r\n"
            "4\r\nhalf\r\n5\r\n+half\r\n0\r\n\r\n"));
  const Result<http::Reply> answer = ask(get(server.url()));
  REQUIRE(answer);
  CHECK(answer->body == "half+half");
}

TEST_CASE("a compressed body that nobody asked for stays as it is: no bomb goes off") {
  FaultServer server(reply(http_reply("200 OK", "text/plain", "\x1f\x8b!", "Content-Encoding: gzip\r\n")));
  const Result<http::Reply> answer = ask(get(server.url()));
  REQUIRE(answer);
  CHECK(answer->body == "\x1f\x8b!");
}

TEST_CASE("bytes that are no HTTP are an unexpected reply") {
  FaultServer server(reply("SSH-2.0-OpenSSH_9.2p1\r\n"));
  CHECK(error_of(ask(get(server.url()))) == ErrorCode::unexpected_reply);
}

TEST_CASE("https to a server without TLS fails and sends no request in plain text") {
  std::string seen;
  {
    FaultServer server([&seen](Connection& connection) {
      connection.send("HTTP/1.1 400 Bad Request\r\n\r\n");
      seen = connection.read_request();
    });
    CHECK_FALSE(ask(get(server.url("/secret", "https"))));
  }
  CHECK(seen.find("secret") == std::string::npos);
}
