#include "tests/support/fault_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

namespace lotsen::tests {
namespace {

struct Listener {
  int socket = -1;
  int port = 0;
};

Listener listen_on_free_port() {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int yes = 1;  // a real server may take the port over
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const any = reinterpret_cast<sockaddr*>(&address);
  if (listener < 0 || bind(listener, any, size) != 0 || listen(listener, 64) != 0) std::abort();
  getsockname(listener, any, &size);
  return {listener, ntohs(address.sin_port)};
}

std::size_t content_length(std::string_view head) {
  constexpr std::string_view kName = "Content-Length: ";
  const std::size_t at = head.find(kName);
  return at == std::string_view::npos ? 0 : std::strtoul(head.data() + at + kName.size(), nullptr, 10);
}

bool complete(std::string_view request) {
  const std::size_t end = request.find("\r\n\r\n");
  return end != std::string_view::npos && request.size() >= end + 4 + content_length(request.substr(0, end));
}

}  // namespace

std::string Connection::read_request() {
  std::string request;
  char bytes[4096];
  while (!complete(request)) {
    const ssize_t got = recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) break;
    request.append(bytes, static_cast<std::size_t>(got));
  }
  return request;
}

bool Connection::send(std::string_view text) {
  while (!text.empty()) {
    const ssize_t sent = ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

bool Connection::send_slowly(std::string_view text) {
  for (const char& byte : text) {
    pollfd closed{socket_, POLLRDHUP, 0};
    if (poll(&closed, 1, 10) != 0 || !send({&byte, 1})) return false;
  }
  return true;
}

void Connection::half_close() {
  shutdown(socket_, SHUT_WR);
}

void Connection::wait_until_closed() {
  char bytes[4096];
  while (recv(socket_, bytes, sizeof bytes, 0) > 0) continue;
}

void Connection::reset_on_close() {
  const linger at_once{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

FaultServer::FaultServer(std::vector<Fate> fates) : fates_(std::move(fates)) {
  const Listener listener = listen_on_free_port();
  listener_ = listener.socket;
  port_ = listener.port;
  acceptor_ = std::thread([this] { accept_all(); });
}

FaultServer::~FaultServer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
    shutdown(listener_, SHUT_RDWR);
    for (const int socket : open_) shutdown(socket, SHUT_RDWR);
  }
  acceptor_.join();
  for (std::thread& thread : threads_) thread.join();
  close(listener_);
}

std::string FaultServer::url(std::string_view path, std::string_view scheme) const {
  return std::string(scheme) + "://127.0.0.1:" + std::to_string(port_) + std::string(path);
}

int FaultServer::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_;
}

void FaultServer::accept_all() {
  for (;;) {
    const int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    const std::lock_guard lock(mutex_);
    if (ending_ || socket < 0) {
      if (socket >= 0) close(socket);
      return;
    }
    const Fate& fate =
        fates_[std::min<std::size_t>(static_cast<std::size_t>(connections_++), fates_.size() - 1)];
    open_.push_back(socket);
    threads_.emplace_back([this, socket, &fate] { serve(socket, fate); });
  }
}

void FaultServer::serve(int socket, const Fate& fate) {
  Connection connection(socket);
  fate(connection);
  const std::lock_guard lock(mutex_);
  open_.remove(socket);
  close(socket);
}

FaultServer::Fate reply(std::string text) {
  return [text = std::move(text)](Connection& connection) {
    connection.read_request();
    connection.send(text);
  };
}

FaultServer::Fate blackhole() {
  return [](Connection& connection) { connection.wait_until_closed(); };
}

FaultServer::Fate reset_after(std::string text) {
  return [text = std::move(text)](Connection& connection) {
    connection.read_request();
    connection.send(text);
    connection.reset_on_close();
  };
}

FaultServer::Fate half_close_after(std::string text) {
  return [text = std::move(text)](Connection& connection) {
    connection.read_request();
    connection.send(text);
    connection.half_close();
    connection.wait_until_closed();
  };
}

FaultServer::Fate slowly(std::string text) {
  return [text = std::move(text)](Connection& connection) {
    connection.read_request();
    connection.send_slowly(text);
  };
}

FaultServer::Fate endlessly(std::string head, std::string again) {
  return [head = std::move(head), again = std::move(again)](Connection& connection) {
    connection.read_request();
    bool there = connection.send(head);
    while (there) there = connection.send(again);
  };
}

std::string refused_url() {
  const Listener listener = listen_on_free_port();
  close(listener.socket);
  return "http://127.0.0.1:" + std::to_string(listener.port) + "/";
}

std::string http_reply(std::string_view status, std::string_view content_type, std::string_view body,
                       std::string_view more_headers) {
  return "HTTP/1.1 " + std::string(status) + "\r\nContent-Type: " + std::string(content_type) +
         "\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n" +
         std::string(more_headers) + "\r\n" + std::string(body);
}

}  // namespace lotsen::tests
