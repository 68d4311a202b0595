// FaultServer: a TCP server on 127.0.0.1 that answers every connection as a test says, well or badly. Real
// sockets and threads; ends, with all its connections, when it is destroyed.
#pragma once
#include <functional>
#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace lotsen::tests {

class Connection {
 public:
  explicit Connection(int socket) : socket_(socket) {}

  std::string read_request();        // head and a body of Content-Length; what came when the peer closed
  bool send(std::string_view text);  // false: the peer is gone
  bool send_slowly(std::string_view text);  // a byte every 10 ms
  void half_close();                        // "no more from me", but still listening
  void wait_until_closed();                 // by the peer or by the server's end
  void reset_on_close();                    // the peer gets RST instead of FIN

 private:
  int socket_;
};

class FaultServer {
 public:
  using Fate = std::function<void(Connection&)>;

  explicit FaultServer(Fate fate) : FaultServer(std::vector<Fate>{std::move(fate)}) {}
  explicit FaultServer(std::vector<Fate> fates);  // one for each connection, the last for all that follow
  ~FaultServer();
  FaultServer(const FaultServer&) = delete;
  FaultServer& operator=(const FaultServer&) = delete;

  std::string url(std::string_view path = "/", std::string_view scheme = "http") const;
  int connections() const;

 private:
  void accept_all();
  void serve(int socket, const Fate& fate);

  std::vector<Fate> fates_;
  int listener_ = -1;
  int port_ = 0;
  mutable std::mutex mutex_;
  bool ending_ = false;
  int connections_ = 0;
  std::list<int> open_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

// Fates.
FaultServer::Fate reply(std::string text);        // reads the request, sends this, closes
FaultServer::Fate blackhole();                    // reads and says nothing
FaultServer::Fate reset_after(std::string text);  // sends this, then RST
FaultServer::Fate half_close_after(std::string text);
FaultServer::Fate slowly(std::string text);
FaultServer::Fate endlessly(std::string head, std::string again);

// A port that nobody listens on.
std::string refused_url();

// "HTTP/1.1 <status>" with this type and body, its length and "Connection: close".
std::string http_reply(std::string_view status, std::string_view content_type, std::string_view body,
                       std::string_view more_headers = "");

}  // namespace lotsen::tests
