#include <cstdlib>
#include <thread>

#include "tests/support/fault_server.h"
#include "tests/unit/http/ask.h"

using namespace lotsen;
using namespace lotsen::tests;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;

TEST_CASE("a reply brings its status, type without parameters, Retry-After and body") {
  FaultServer server(
      reply(http_reply("503 Busy", "Application/JSON; charset=utf-8", "{}", "Retry-After: 7\r\n")));
  const Result<http::Reply> answer = ask(get(server.url()));
  REQUIRE(answer);
  CHECK(answer->status == 503);
  CHECK(answer->content_type == "application/json");
  CHECK(answer->retry_after_s == 7);
  CHECK(answer->body == "{}");
}

TEST_CASE("a Retry-After that is no number of seconds is left alone") {
  const std::string value =
      GENERATE(as<std::string>(), "Fri, 31 Dec 1999 23:59:59 GMT", "-5", "99999999999", "");
  FaultServer server(reply(http_reply("503 Busy", "text/plain", "", "Retry-After: " + value + "\r\n")));
  const Result<http::Reply> answer = ask(get(server.url()));
  REQUIRE(answer);
  CHECK(answer->retry_after_s == std::nullopt);
}

TEST_CASE("a post sends exactly the bytes and headers it is given, and nothing that tells more") {
  std::string seen;
  {
    FaultServer server([&seen](Connection& connection) {
      seen = connection.read_request();
      connection.send(http_reply("201 Created", "application/json", "{}"));
    });
    http::Request request = get(server.url("/v1/x"));
    request.method = "POST";
    request.headers = {{"Content-Type", "application/json"}, {"Idempotency-Key", "\"k\""}};
    request.body = std::string("{\"a\":\"\0\"}", 9) + std::string(20'000, 'x');
    const auto client = http::make_curl_client({"", "", "lotsen-kiosk/1"});
    REQUIRE(ask(*client, request));
    CHECK(seen.ends_with("\r\n\r\n" + request.body));
  }
  CHECK(seen.starts_with("POST /v1/x HTTP/1.1\r\n"));
  CHECK(seen.find("Content-Type: application/json\r\n") != std::string::npos);
  CHECK(seen.find("Idempotency-Key: \"k\"\r\n") != std::string::npos);
  CHECK(seen.find("User-Agent: lotsen-kiosk/1\r\n") != std::string::npos);
  CHECK(seen.find("Accept-Encoding") == std::string::npos);
  CHECK(seen.find("Expect") == std::string::npos);
  CHECK(seen.find("Cookie") == std::string::npos);
}

TEST_CASE("a cookie that a server sets is not brought back") {
  std::string second;
  {
    FaultServer server({reply(http_reply("200 OK", "text/plain", "", "Set-Cookie: who=visitor\r\n")),
                        [&second](Connection& connection) {
                          second = connection.read_request();
                          connection.send(http_reply("200 OK", "text/plain", ""));
                        }});
    const auto client = http::make_curl_client({});
    REQUIRE(ask(*client, get(server.url())));
    REQUIRE(ask(*client, get(server.url())));
  }
  CHECK(second.starts_with("GET / "));
  CHECK(second.find("who=visitor") == std::string::npos);
}

TEST_CASE("a proxy in the environment is not used") {
  setenv("http_proxy", refused_url().c_str(), 1);
  FaultServer server(reply(http_reply("200 OK", "text/plain", "direct")));
  const Result<http::Reply> answer = ask(get(server.url()));
  unsetenv("http_proxy");
  REQUIRE(answer);
  CHECK(answer->body == "direct");
}

TEST_CASE("a request that could smuggle a header or leave HTTP is refused before anything is sent") {
  FaultServer server(reply(http_reply("200 OK", "text/plain", "")));
  http::Request request = get(server.url());
  SECTION("a line break in a value") {
    request.headers = {{"X", "a\r\nEvil: 1"}};
  }
  SECTION("a bare line feed in a value") {
    request.headers = {{"X", "a\nEvil: 1"}};
  }
  SECTION("a line break in a name") {
    request.headers = {{"X\r\nEvil", "1"}};
  }
  SECTION("an empty name") {
    request.headers = {{"", "1"}};
  }
  SECTION("a line break in the method") {
    request.method = "GET / HTTP/1.1\r\nEvil: 1\r\n";
  }
  SECTION("a line break in the URL") {
    request.url += "a\r\nEvil: 1";
  }
  SECTION("a file") {
    request.url = "file:///etc/hostname";
  }
  SECTION("another protocol") {
    request.url = "gopher://127.0.0.1/";
  }
  SECTION("no URL at all") {
    request.url = "";
  }
  const Result<http::Reply> answer = ask(request);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::bad_input);
  CHECK(server.connections() == 0);
}

TEST_CASE("many requests run at once and each gets its own answer") {
  FaultServer server([](Connection& connection) {
    const std::string request = connection.read_request();
    const std::size_t slash = request.find('/');
    connection.send(
        http_reply("200 OK", "text/plain", request.substr(slash, request.find(' ', slash) - slash)));
  });
  const auto client = http::make_curl_client({});
  std::vector<http::RequestId> ids;
  for (int i = 0; i < 20; ++i) ids.push_back(client->start(get(server.url("/" + std::to_string(i)))));
  std::size_t answered = 0;
  while (answered < ids.size()) {
    const std::vector<http::Finished> finished = client->wait(seconds(10));
    REQUIRE_FALSE(finished.empty());
    for (const http::Finished& one : finished) {
      const auto at = std::find(ids.begin(), ids.end(), one.id) - ids.begin();
      REQUIRE(one.reply);
      CHECK(one.reply->body == "/" + std::to_string(at));
      ++answered;
    }
  }
}

TEST_CASE("offline, what runs and what is new ends as unavailable, until it is online again") {
  FaultServer server({blackhole(), reply(http_reply("200 OK", "text/plain", "back"))});
  const auto client = http::make_curl_client({});
  const http::RequestId running = client->start(get(server.url()));
  while (server.connections() == 0) client->wait(milliseconds(1));
  client->set_offline(true);
  const http::RequestId refused = client->start(get(server.url()));
  const std::vector<http::Finished> finished = client->wait(seconds(10));
  REQUIRE(finished.size() == 2);
  CHECK(finished[0].id == running);
  CHECK(finished[1].id == refused);
  for (const http::Finished& one : finished) CHECK(one.reply.error().code == ErrorCode::unavailable);
  CHECK(server.connections() == 1);
  client->set_offline(false);
  CHECK(ask(*client, get(server.url()))->body == "back");
}

TEST_CASE("a cancelled request is never heard of again") {
  FaultServer server(blackhole());
  const auto client = http::make_curl_client({});
  const http::RequestId hanging = client->start(get(server.url()));
  const http::RequestId failed = client->start(get("ftp://127.0.0.1/"));
  client->cancel(hanging);
  client->cancel(failed);
  client->cancel(http::RequestId{4711});
  CHECK(client->wait(milliseconds(20)).empty());
}

TEST_CASE("waiting with nothing to wait for ends at the time given") {
  const auto client = http::make_curl_client({});
  const auto begun = steady_clock::now();
  CHECK(client->wait(milliseconds(30)).empty());
  CHECK(steady_clock::now() - begun >= milliseconds(30));
}

TEST_CASE("a wake-up from another thread ends the wait, also one that came before it") {
  const auto client = http::make_curl_client({});
  const auto begun = steady_clock::now();
  client->wake();
  CHECK(client->wait(std::chrono::hours(1)).empty());
  std::thread waker([&client] { client->wake(); });
  CHECK(client->wait(milliseconds::max()).empty());
  waker.join();
  CHECK(steady_clock::now() - begun < seconds(30));
}

TEST_CASE("a client ends at once although a request hangs") {
  FaultServer server(blackhole());
  auto client = http::make_curl_client({});
  client->start(get(server.url()));
  while (server.connections() == 0) client->wait(milliseconds(1));
  const auto begun = steady_clock::now();
  client.reset();
  CHECK(steady_clock::now() - begun < seconds(1));
}
