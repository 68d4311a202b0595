#include "tests/support/raw_http.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace lotsen::tests {
namespace {

std::string lower_case(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

void read_headers(std::string_view head, RawReply& reply) {
  for (std::size_t at = head.find("\r\n"); at != head.npos;) {
    const std::size_t end = head.find("\r\n", at + 2);
    const std::string_view line = head.substr(at + 2, end == head.npos ? end : end - at - 2);
    if (const std::size_t colon = line.find(": "); colon != line.npos) {
      reply.headers[lower_case(std::string(line.substr(0, colon)))] = std::string(line.substr(colon + 2));
    }
    at = end;
  }
}

}  // namespace

RawHttp::RawHttp(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval limit{10, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
  setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof limit);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  // A failure shows in the first send.
  [[maybe_unused]] const int connected =
      ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

RawHttp::~RawHttp() {
  ::close(socket_);
}

bool RawHttp::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void RawHttp::end_sending() {
  ::shutdown(socket_, SHUT_WR);
}

bool RawHttp::read_more() {
  char bytes[16'384];
  const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
  if (got <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(got));
  return true;
}

bool RawHttp::read_until(std::size_t size) {
  while (buffer_.size() < size) {
    if (!read_more()) return false;
  }
  return true;
}

std::optional<RawReply> RawHttp::reply() {
  std::size_t end = 0;
  while ((end = buffer_.find("\r\n\r\n")) == buffer_.npos) {
    if (!read_more()) return std::nullopt;
  }
  RawReply reply;
  const std::string head = buffer_.substr(0, end);
  if (head.size() < 12) return std::nullopt;
  reply.status = std::atoi(head.c_str() + 9);
  read_headers(head, reply);
  const auto length = reply.headers.find("content-length");
  const std::size_t size =
      length == reply.headers.end() ? 0 : std::strtoul(length->second.c_str(), nullptr, 10);
  if (!read_until(end + 4 + size)) return std::nullopt;
  reply.body = buffer_.substr(end + 4, size);
  buffer_.erase(0, end + 4 + size);
  return reply;
}

bool RawHttp::closed() {
  char byte;
  for (;;) {
    const ssize_t got = ::recv(socket_, &byte, 1, 0);
    if (got == 0) return true;
    if (got < 0) return errno == ECONNRESET;
  }
}

std::string http_request(std::string_view method, std::string_view path,
                         const std::map<std::string, std::string>& headers, std::string_view body) {
  std::string text = std::string(method) + " " + std::string(path) + " HTTP/1.1\r\nHost: localhost\r\n";
  for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
  if (!body.empty()) text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return text + "\r\n" + std::string(body);
}

}  // namespace lotsen::tests
