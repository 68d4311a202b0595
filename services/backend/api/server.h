// Server: the asynchronous HTTP/1.1 server (Boost.Beast), one thread for all connections. Refuses what is too
// large, too slow or too much before it costs anything: 431, 413, closed connections, 503. Called by serve
// only.
#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "services/backend/api/api.h"
#include "services/core/result.h"

namespace lotsen::api {

struct ServerLimits {
  std::uint32_t header_bytes = 16'384;
  std::uint64_t body_bytes = 262'144;
  std::chrono::milliseconds request_timeout{10'000};  // to send a request, and to take its answer
  std::chrono::milliseconds idle_timeout{60'000};     // between two requests on a connection
  std::size_t connections = 2'048;
  std::size_t in_flight = 1'024;  // requests being worked on
  std::chrono::milliseconds stop_within{5'000};
};

class Server {
 public:
  // Listens when it returns. bad_input: not an IP address; unavailable: the port is taken or not allowed.
  static Result<std::unique_ptr<Server>> listen(const std::string& address, std::uint16_t port,
                                                const ServerLimits& limits);
  ~Server();

  std::uint16_t port() const;
  // Serves until SIGINT, SIGTERM or stop(), then lets requests in flight finish, for at most stop_within.
  // Stop the pool and the store thread before the Server goes: they may still hold answers for it.
  void run(Api& api, metrics::Metrics& metrics, const Clock& clock, Log& log);
  void stop();  // any thread

 private:
  class Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace lotsen::api
