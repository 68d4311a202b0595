// One request and its answer.
#pragma once
#include "services/http/curl_client.h"
#include "tests/support/catch.h"

namespace lotsen::tests {

inline http::Request get(std::string url) {
  http::Request request;
  request.url = std::move(url);
  request.timeout_ms = 5'000;
  return request;
}

// The client's own limit ends the wait; the bound here only keeps a broken client from hanging the test.
inline Result<http::Reply> ask(http::HttpClient& client, http::Request request) {
  const http::RequestId id = client.start(std::move(request));
  for (int round = 0; round < 3; ++round) {
    for (http::Finished& finished : client.wait(std::chrono::seconds(10))) {
      if (finished.id == id) return std::move(finished.reply);
    }
  }
  FAIL("no answer");
  return fail(ErrorCode::internal, "no answer");
}

inline Result<http::Reply> ask(http::Request request) {
  return ask(*http::make_curl_client({}), std::move(request));
}

}  // namespace lotsen::tests
