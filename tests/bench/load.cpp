// How many submissions a second a backend registers, each answered after its commit.
//   bench_load ADDRESS SECONDS [BACKEND_PUB KIOSK_KEY]
// Seals distinct fault reports of kiosk-1 beforehand, posts them over 64 kept connections and prints
// "per_second p99_ms p50_ms created others". The key files default to those of tests/bench/run.sh.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "services/core/random.h"
#include "services/core/reference.h"
#include "services/sealing/envelope.h"
#include "tests/bench/stopwatch.h"
#include "tests/support/form_version.h"

namespace lotsen::bench {
namespace {

constexpr std::size_t kConnections = 64;
constexpr std::size_t kPreparedPerSecond = 10'000;

struct Keys {
  sealing::BackendPublicKeys backend;
  sealing::KioskSecretKey kiosk;
};

[[noreturn]] void fail_with(const std::string& text) {
  std::fprintf(stderr, "bench_load: %s\n", text.c_str());
  std::exit(1);
}

Submission fault_report(UtcMs now, int version) {
  Submission submission;
  submission.id = {random_uuid()};
  submission.reference = new_case_reference();
  submission.access_code = new_access_code();
  submission.form = {"fault_report"};
  submission.form_version = version;
  submission.language = "sv";
  submission.created = now;
  const auto answer = [&](const char* question, const char* text) {
    submission.answers[{question}].values.emplace_back(text);
  };
  answer("kind", "streetlight");
  answer("location", "Storgatan 12, vid busshållplatsen");
  answer("description", "Lampan har varit trasig i tre veckor och det är helt mörkt på gångvägen.");
  answer("contact", "sms");
  answer("phone", "070-174 06 05");
  return submission;
}

std::string request_of(const Submission& submission, const Keys& keys) {
  const auto envelope = sealing::seal(submission, {"kiosk-1"}, keys.kiosk, keys.backend);
  return "POST /v1/submissions HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
         "Idempotency-Key: \"" +
         submission.id.value + "\"\r\nLotsen-Signature: " + envelope.signature +
         "\r\nContent-Length: " + std::to_string(envelope.body.size()) + "\r\n\r\n" + envelope.body;
}

std::vector<std::string> prepare(std::size_t count, const Keys& keys) {
  const UtcMs now = SystemClock().utc_ms();
  const int version = tests::form_version(LOTSEN_FORMS "/fault_report.json");
  std::vector<std::string> requests(count);
  const std::size_t workers = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> threads;
  for (std::size_t worker = 0; worker < workers; ++worker) {
    threads.emplace_back([&, worker] {
      for (std::size_t i = worker; i < count; i += workers)
        requests[i] = request_of(fault_report(now, version), keys);
    });
  }
  return threads.clear(), requests;
}

int connect_to(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    fail_with("nobody listens on port " + std::to_string(port));
  }
  return socket;
}

// One kept connection: sends a request, collects its answer.
class Connection {
 public:
  explicit Connection(std::uint16_t port) : socket_(connect_to(port)) {}
  int socket() const { return socket_; }

  void send(const std::string& request) {
    since_ = Stopwatch();
    if (::send(socket_, request.data(), request.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(request.size())) {
      fail_with("the backend closed a connection");
    }
  }
  // The status once the answer is whole, else 0.
  int receive() {
    char bytes[8'192];
    const ssize_t got = recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) fail_with("the backend closed a connection");
    answer_.append(bytes, static_cast<std::size_t>(got));
    const std::size_t end = answer_.find("\r\n\r\n");
    const std::size_t length = answer_.find("Content-Length: ");
    if (end == answer_.npos || length > end) return 0;
    const std::size_t size = std::strtoul(answer_.c_str() + length + 16, nullptr, 10);
    if (answer_.size() < end + 4 + size) return 0;
    const int status = std::atoi(answer_.c_str() + 9);
    answer_.clear();
    return status;
  }
  double waited_ms() const { return since_.ms(); }

 private:
  int socket_;
  std::string answer_;
  Stopwatch since_;
};

struct Outcome {
  std::vector<double> waited_ms;
  std::size_t created = 0;
  double seconds = 0;
};

Outcome post_all(const std::vector<std::string>& requests, std::uint16_t port, double seconds) {
  std::vector<Connection> connections;
  std::vector<pollfd> polled;
  for (std::size_t i = 0; i < kConnections; ++i) {
    connections.emplace_back(port);
    polled.push_back({connections.back().socket(), POLLIN, 0});
  }
  Outcome outcome;
  std::size_t next = 0;
  const Stopwatch watch;
  for (Connection& connection : connections) connection.send(requests[next++]);
  for (std::size_t waiting = kConnections; waiting > 0;) {
    if (poll(polled.data(), polled.size(), 10'000) <= 0) fail_with("the backend fell silent");
    for (std::size_t i = 0; i < kConnections; ++i) {
      if (polled[i].revents == 0) continue;
      const int status = connections[i].receive();
      if (status == 0) continue;
      outcome.waited_ms.push_back(connections[i].waited_ms());
      outcome.created += status == 201;
      const bool go_on = next < requests.size() && watch.ms() < seconds * 1'000;
      if (go_on) connections[i].send(requests[next++]);
      waiting -= go_on ? 0 : 1;
    }
  }
  outcome.seconds = watch.ms() / 1'000;
  return outcome;
}

double percentile(const std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

std::string text_of(const std::string& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

Keys read_keys(const std::string& backend_pub, const std::string& kiosk_key) {
  const auto backend = sealing::backend_public_keys_from_text(text_of(backend_pub));
  if (!backend) fail_with(backend_pub + ": " + backend.error().detail);
  if (!std::ifstream(kiosk_key)) fail_with("no kiosk's key at " + kiosk_key);
  const auto kiosk = sealing::kiosk_key(kiosk_key);
  if (!kiosk) fail_with(kiosk_key + ": " + kiosk.error().detail);
  return {*backend, *kiosk};
}

int run(int argc, char** argv) {
  if (argc != 3 && argc != 5) fail_with("usage: bench_load ADDRESS SECONDS [BACKEND_PUB KIOSK_KEY]");
  const std::string address = argv[1];
  const double seconds = std::atof(argv[2]);
  const auto port = static_cast<std::uint16_t>(std::atoi(address.c_str() + address.rfind(':') + 1));
  const Keys keys = read_keys(argc == 5 ? argv[3] : "build/bench/data/backend/backend.pub",
                              argc == 5 ? argv[4] : "build/bench/data/kiosk/kiosk.key");
  const std::size_t count =
      std::max(kConnections, static_cast<std::size_t>(seconds * static_cast<double>(kPreparedPerSecond)));
  Outcome outcome = post_all(prepare(count, keys), port, seconds);
  std::sort(outcome.waited_ms.begin(), outcome.waited_ms.end());
  std::printf("%.0f %.2f %.2f %zu %zu\n", static_cast<double>(outcome.created) / outcome.seconds,
              percentile(outcome.waited_ms, 0.99), percentile(outcome.waited_ms, 0.5), outcome.created,
              outcome.waited_ms.size() - outcome.created);
  return 0;
}

}  // namespace
}  // namespace lotsen::bench

int main(int argc, char** argv) {
  return lotsen::bench::run(argc, argv);
}
