#include "services/backend/api/server.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>

#include "services/backend/api/session.h"

namespace lotsen::api {
namespace asio = boost::asio;
using boost::asio::ip::tcp;
namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::milliseconds kAfterAcceptFault{100};
constexpr std::size_t kTurnedAwayAtOnce = 64;  // beyond these a connection is closed without a word

}  // namespace

class Server::Impl {
 public:
  explicit Impl(const ServerLimits& limits)
      : limits_(limits), acceptor_(io_), signals_(io_), deadline_(io_), pause_(io_) {}

  Result<void> listen(const std::string& address, std::uint16_t port) {
    boost::system::error_code fault;
    const asio::ip::address ip = asio::ip::make_address(address, fault);
    if (fault) return fail(ErrorCode::bad_input, "listen_address is not an IP address: \"" + address + "\"");
    const tcp::endpoint endpoint(ip, port);
    acceptor_.open(endpoint.protocol(), fault);
    if (!fault) acceptor_.set_option(asio::socket_base::reuse_address(true), fault);
    if (!fault) acceptor_.bind(endpoint, fault);
    if (!fault) acceptor_.listen(asio::socket_base::max_listen_connections, fault);
    if (!fault) return {};
    return fail(ErrorCode::unavailable, "cannot listen on " + address + " port " + std::to_string(port) +
                                            ": " + fault.message() +
                                            "; stop the program that has it or set listen_port");
  }

  std::uint16_t port() const { return acceptor_.local_endpoint().port(); }

  void run(Api& api, metrics::Metrics& metrics, const Clock& clock, Log& log) {
    traffic_.emplace(Traffic{api, metrics, clock, limits_, Replies(io_)});
    log_ = &log;
    signals_.add(SIGINT);
    signals_.add(SIGTERM);
    signals_.async_wait([this](const auto& fault, int) {
      if (!fault) begin_stop();
    });
    start(accept_all());
    io_.run();
  }

  void stop() {
    asio::post(io_, [this] { begin_stop(); });
  }

 private:
  void start(asio::awaitable<void> work) {
    asio::co_spawn(io_, std::move(work), [this](const std::exception_ptr& fault) {
      if (fault) log_->alarm("http.session_failed");
    });
  }

  asio::awaitable<void> accept_all() {
    while (!traffic_->stopping) {
      auto [fault, socket] = co_await acceptor_.async_accept(kAwait);
      if (!fault) {
        admit(std::move(socket));
      } else if (!traffic_->stopping) {
        log_->warning("http.accept_failed", {{"reason", fault.message()}});
        pause_.expires_after(kAfterAcceptFault);  // out of file descriptors: others may close theirs
        co_await pause_.async_wait(kAwait);
      }
    }
  }

  void admit(tcp::socket socket) {
    const std::size_t open = traffic_->open.size();
    if (open < limits_.connections) {
      start(serve(std::move(socket)));
    } else if (open < limits_.connections + kTurnedAwayAtOnce) {
      start(turn_away(std::move(socket)));
    }
  }

  asio::awaitable<void> serve(tcp::socket socket) {
    {
      Session session(std::move(socket), *traffic_);
      co_await session.serve();
    }
    end_if_last();
  }

  asio::awaitable<void> turn_away(tcp::socket socket) {
    {
      Session session(std::move(socket), *traffic_);
      co_await session.turn_away();
    }
    end_if_last();
  }

  void begin_stop() {
    if (!traffic_ || traffic_->stopping) return;
    traffic_->stopping = true;
    boost::system::error_code ignored;
    acceptor_.close(ignored);
    signals_.cancel(ignored);
    pause_.cancel();
    for (Session* session : traffic_->open) session->close_if_idle();
    deadline_.expires_after(limits_.stop_within);
    deadline_.async_wait([this](const auto& fault) {
      if (!fault) io_.stop();
    });
    end_if_last();
  }

  // With the deadline gone nothing is left to wait for, and run() returns.
  void end_if_last() {
    if (traffic_->stopping && traffic_->open.empty()) deadline_.cancel();
  }

  const ServerLimits limits_;
  Log* log_ = nullptr;
  // Outlives io_, whose end destroys the sessions that still wait.
  std::optional<Traffic> traffic_;
  asio::io_context io_{1};
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer deadline_;
  asio::steady_timer pause_;
};

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

Result<std::unique_ptr<Server>> Server::listen(const std::string& address, std::uint16_t port,
                                               const ServerLimits& limits) {
  auto impl = std::make_unique<Impl>(limits);
  if (Result<void> listening = impl->listen(address, port); !listening)
    return tl::unexpected(listening.error());
  return std::unique_ptr<Server>(new Server(std::move(impl)));
}

std::uint16_t Server::port() const {
  return impl_->port();
}

void Server::run(Api& api, metrics::Metrics& metrics, const Clock& clock, Log& log) {
  impl_->run(api, metrics, clock, log);
}

void Server::stop() {
  impl_->stop();
}

}  // namespace lotsen::api
