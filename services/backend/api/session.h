// Inside backend/api: Session, one connection from its first byte to its end. On the I/O thread.
#pragma once
#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <set>

#include "services/backend/api/replies.h"
#include "services/backend/api/server.h"

namespace lotsen::api {

class Session;

// What the sessions of a server have in common.
struct Traffic {
  Api& api;
  metrics::Metrics& metrics;
  const Clock& clock;
  const ServerLimits& limits;
  Replies replies;
  std::set<Session*> open = {};
  bool stopping = false;
};

class Session {
 public:
  Session(boost::asio::ip::tcp::socket socket, Traffic& traffic);
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  boost::asio::awaitable<void> serve();
  boost::asio::awaitable<void> turn_away();  // one 503 and good-bye
  void close_if_idle();

 private:
  using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

  // Each says whether the connection goes on.
  boost::asio::awaitable<bool> wait_for_bytes(std::chrono::milliseconds at_most);
  boost::asio::awaitable<bool> serve_one();
  boost::asio::awaitable<bool> answer(Request request, bool keep_alive);
  boost::asio::awaitable<bool> refuse(const boost::beast::error_code& fault);
  // A refusal of the server's own, before or instead of a handler's answer: counted here.
  boost::asio::awaitable<bool> send_refusal(Response response, bool keep_alive, bool with_body = true);
  boost::asio::awaitable<bool> send(Response response, bool keep_alive, bool with_body = true);

  boost::asio::awaitable<boost::beast::error_code> read_body(Parser& parser);
  boost::asio::awaitable<void> linger();

  boost::beast::tcp_stream stream_;
  boost::beast::flat_buffer buffer_;
  Traffic& traffic_;
  std::string peer_;
  bool peer_is_local_ = false;
  bool idle_ = true;
};

}  // namespace lotsen::api
