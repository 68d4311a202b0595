// HttpClient: many requests at once on one thread (curl_multi). Hard limits: TLS >= 1.2 for https, http and
// https only, no redirects followed, no cookies, a time limit and a byte limit on every reply.
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "services/core/result.h"

namespace lotsen::http {

struct Request {
  std::string method = "GET";
  std::string url;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  int timeout_ms = 10'000;  // for all of it; connecting gets at most half
  std::size_t max_reply_bytes = 64 * 1024;
};

struct Reply {
  int status = 0;
  std::string content_type;          // without parameters, lower case
  std::optional<int> retry_after_s;  // when given in seconds
  std::string body;
};

enum class RequestId : std::uint64_t {};

struct Finished {
  RequestId id;
  Result<Reply> reply;  // errors: unavailable (no connection, time-out, offline), unexpected_reply (too long)
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;

  // All but wake() on one thread.
  virtual RequestId start(Request request) = 0;
  virtual void cancel(RequestId id) = 0;  // forgotten, without a Finished
  virtual std::vector<Finished> wait(std::chrono::milliseconds at_most) = 0;
  virtual void set_offline(bool offline) = 0;  // true: everything running and new fails with `unavailable`

  virtual void wake() = 0;  // any thread: wait() returns at once
};

}  // namespace lotsen::http
