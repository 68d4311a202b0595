#include "services/backend/api/session.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "services/backend/api/beast_exchange.h"
#include "services/backend/api/problem.h"

namespace lotsen::api {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using boost::asio::ip::tcp;
namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::chrono::seconds kLongestWork{30};  // from a whole request to its answer
constexpr std::chrono::seconds kLinger{1};
constexpr std::size_t kLingerBytes = 1'048'576;
constexpr std::size_t kReadAhead = 16'384;
constexpr int kBusyRetryS = 1;

asio::ip::address plain(const asio::ip::address& address) {
  if (!address.is_v6() || !address.to_v6().is_v4_mapped()) return address;
  return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6());
}

}  // namespace

Session::Session(tcp::socket socket, Traffic& traffic)
    : stream_(std::move(socket)), buffer_(traffic.limits.header_bytes + kReadAhead), traffic_(traffic) {
  beast::error_code ignored;
  stream_.socket().set_option(tcp::no_delay(true), ignored);
  const tcp::endpoint remote = stream_.socket().remote_endpoint(ignored);
  const asio::ip::address address = plain(remote.address());
  peer_ = address.to_string();
  peer_is_local_ = !ignored && address.is_loopback();
  traffic_.open.insert(this);
  traffic_.metrics.connections_are(traffic_.open.size());
}

Session::~Session() {
  traffic_.open.erase(this);
  traffic_.metrics.connections_are(traffic_.open.size());
}

void Session::close_if_idle() {
  if (idle_) stream_.close();
}

asio::awaitable<void> Session::serve() {
  std::chrono::milliseconds patience = traffic_.limits.request_timeout;  // for the first byte ever
  for (;;) {
    if (!co_await wait_for_bytes(patience)) co_return;
    idle_ = false;
    if (!co_await serve_one()) break;
    idle_ = true;
    patience = traffic_.limits.idle_timeout;
  }
  co_await linger();
}

asio::awaitable<void> Session::turn_away() {
  co_await send_refusal(respond(problems::kBusy, kBusyRetryS), false);
  co_await linger();
}

asio::awaitable<bool> Session::wait_for_bytes(std::chrono::milliseconds at_most) {
  if (buffer_.size() > 0) co_return true;
  stream_.expires_after(at_most);
  const auto [fault, count] = co_await stream_.async_read_some(buffer_.prepare(kReadAhead), kAwait);
  buffer_.commit(count);
  co_return !fault;
}

asio::awaitable<bool> Session::serve_one() {
  Parser parser;
  parser.header_limit(traffic_.limits.header_bytes);
  parser.body_limit(traffic_.limits.body_bytes);
  stream_.expires_after(traffic_.limits.request_timeout);
  const auto [fault, count] = co_await http::async_read_header(stream_, buffer_, parser, kAwait);
  if (fault) co_return co_await refuse(fault);

  Request request = head_of(parser.get());
  const bool keep_alive = parser.get().keep_alive();
  if (std::optional<Response> early = traffic_.api.refuse_early(request)) {
    // A body that nobody reads would be taken for the next request.
    const bool with_body = request.method != "HEAD";
    co_return co_await send_refusal(std::move(*early), keep_alive && parser.is_done() && with_body,
                                    with_body);
  }
  const beast::error_code body_fault = co_await read_body(parser);
  if (body_fault) co_return co_await refuse(body_fault);
  request.body = std::move(parser.get().body());
  co_return co_await answer(std::move(request), keep_alive);
}

asio::awaitable<beast::error_code> Session::read_body(Parser& parser) {
  if (parser.is_done()) co_return beast::error_code();
  if (beast::iequals(parser.get()[http::field::expect], "100-continue")) {
    http::response<http::empty_body> go_on(http::status::continue_, parser.get().version());
    const auto [fault, count] = co_await http::async_write(stream_, go_on, kAwait);
    if (fault) co_return fault;
  }
  const auto [fault, count] = co_await http::async_read(stream_, buffer_, parser, kAwait);
  co_return fault;
}

asio::awaitable<bool> Session::answer(Request request, bool keep_alive) {
  if (traffic_.replies.in_flight() >= traffic_.limits.in_flight) {
    co_return co_await send_refusal(respond(problems::kBusy, kBusyRetryS), keep_alive);
  }
  request.peer = peer_;
  request.peer_is_local = peer_is_local_;
  std::optional<Response> response =
      co_await traffic_.replies.ask(traffic_.api, std::move(request), kLongestWork);
  if (!response) response = respond(problems::kBusy, kBusyRetryS);
  co_return co_await send(std::move(*response), keep_alive);
}

asio::awaitable<bool> Session::refuse(const beast::error_code& fault) {
  std::optional<Response> response = answer_to(fault);
  if (response) co_await send_refusal(std::move(*response), false);
  co_return false;
}

asio::awaitable<bool> Session::send_refusal(Response response, bool keep_alive, bool with_body) {
  traffic_.metrics.answered("refused", response.status, 0);
  co_return co_await send(std::move(response), keep_alive, with_body);
}

asio::awaitable<bool> Session::send(Response response, bool keep_alive, bool with_body) {
  http::response<http::string_body> message = to_beast(std::move(response), traffic_.clock.utc_ms());
  keep_alive = keep_alive && !traffic_.stopping;
  message.keep_alive(keep_alive);
  message.prepare_payload();
  if (!with_body) message.body().clear();
  stream_.expires_after(traffic_.limits.request_timeout);
  const auto [fault, count] = co_await http::async_write(stream_, message, kAwait);
  co_return !fault && keep_alive;
}

// A socket that is closed with unread bytes sends a reset, which can overtake the answer; so what still comes
// is read away for a moment first.
asio::awaitable<void> Session::linger() {
  beast::error_code ignored;
  stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
  if (ignored) co_return;
  stream_.expires_after(kLinger);
  for (std::size_t drained = 0; drained < kLingerBytes;) {
    buffer_.clear();
    const auto [fault, count] = co_await stream_.async_read_some(buffer_.prepare(kReadAhead), kAwait);
    if (fault) co_return;
    drained += count;
  }
}

}  // namespace lotsen::api
