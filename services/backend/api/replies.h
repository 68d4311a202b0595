// Replies: brings answers from any thread back to the session that waits for them on the I/O thread. A
// session may be gone by then; its answer is dropped.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "services/backend/api/api.h"

namespace lotsen::api {

class Replies {
 public:
  explicit Replies(boost::asio::io_context& io) : io_(io) {}

  // Hands the request to the api and waits; nothing when no answer came in time. On the I/O thread.
  boost::asio::awaitable<std::optional<Response>> ask(Api& api, Request request,
                                                      std::chrono::milliseconds at_most);
  std::size_t in_flight() const { return waiting_.size(); }

 private:
  struct Waiting {
    explicit Waiting(boost::asio::io_context& io) : arrived(io) {}
    boost::asio::steady_timer arrived;  // cancelled when the answer is here
    std::optional<Response> response;
  };
  Responder responder_for(std::uint64_t id);
  void deliver(std::uint64_t id, Response response);

  boost::asio::io_context& io_;
  std::unordered_map<std::uint64_t, Waiting*> waiting_;
  std::uint64_t last_id_ = 0;
};

}  // namespace lotsen::api
