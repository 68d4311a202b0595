#include "kiosk/delivery/help_call.h"

#include "tests/support/catch.h"

using namespace lotsen;
using namespace lotsen::delivery;

namespace {

const HelpCallId kCall{"2f0e6f5e-0001-4000-8000-000000000001"};

HelpAnswer judged(int status, std::string body) {
  return judge_help(http::Reply{status, "application/json", std::nullopt, std::move(body)}, kCall);
}

std::string says(const std::string& id, const std::string& state) {
  return R"({"id":")" + id + R"(","state":")" + state + "\"}";
}

}  // namespace

TEST_CASE("a help call waits or is acknowledged as the backend says") {
  CHECK(judged(200, says(kCall.value, "waiting")) == HelpAnswer::waiting);
  CHECK(judged(201, says(kCall.value, "waiting")) == HelpAnswer::waiting);
  CHECK(judged(200, says(kCall.value, "acknowledged")) == HelpAnswer::acknowledged);
}

TEST_CASE("nobody is said to come unless the backend says so of this very call") {
  CHECK(judged(200, says("another", "acknowledged")) == HelpAnswer::failed);
  CHECK(judged(200, says(kCall.value, "soon")) == HelpAnswer::failed);
  CHECK(judged(500, says(kCall.value, "acknowledged")) == HelpAnswer::failed);
  CHECK(judged(302, says(kCall.value, "acknowledged")) == HelpAnswer::failed);
  CHECK(judged(200, "<html>Log in</html>") == HelpAnswer::failed);
  CHECK(judged(200, "") == HelpAnswer::failed);
  CHECK(judged(200, "[]") == HelpAnswer::failed);
  CHECK(judged(200, R"({"id":7,"state":"acknowledged"})") == HelpAnswer::failed);
  CHECK(judge_help(fail(ErrorCode::unavailable, "no network"), kCall) == HelpAnswer::failed);
}
