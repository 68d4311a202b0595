// RawHttp: one TCP connection to 127.0.0.1 that sends any bytes, right or wrong, and reads answers. For tests
// of our own server. Every wait ends after ten seconds.
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace lotsen::tests {

struct RawReply {
  int status = 0;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

class RawHttp {
 public:
  explicit RawHttp(std::uint16_t port);
  ~RawHttp();
  RawHttp(const RawHttp&) = delete;
  RawHttp& operator=(const RawHttp&) = delete;

  bool send(std::string_view bytes);  // false: the server is gone
  void end_sending();                 // FIN, still listening
  std::optional<RawReply> reply();    // nothing: closed or silent
  bool closed();                      // waits for the server's end

  std::optional<RawReply> ask(std::string_view bytes) {
    send(bytes);
    return reply();
  }

 private:
  bool read_more();
  bool read_until(std::size_t size);

  int socket_;
  std::string buffer_;
};

// A whole request with Host and Content-Length.
std::string http_request(std::string_view method, std::string_view path,
                         const std::map<std::string, std::string>& headers = {}, std::string_view body = {});

}  // namespace lotsen::tests
