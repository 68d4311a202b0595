// lotsen-backend as whoever runs it sees it: starts that fail, sub-commands beside a running server,
// stopping.
#include <atomic>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>
#include <thread>

#include "tests/support/backend_process.h"
#include "tests/support/catch.h"
#include "tests/support/form_version.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {
namespace {

// Kiosks that send one submission after the other until told to end, and remember every acknowledged one.
class Senders {
 public:
  Senders(const BackendProcess& backend, int count) {
    for (int i = 0; i < count; ++i) threads_.emplace_back([this, &backend] { send(backend); });
  }
  ~Senders() { ended_ = true; }
  // Fails the test when that many cannot come any more: one is refused, or the server is silent.
  void wait_for(std::size_t acknowledged) {
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (count() < acknowledged && refused_ == 0 && std::chrono::steady_clock::now() < until)
      std::this_thread::yield();
    REQUIRE(refused_ == 0);
    REQUIRE(count() >= acknowledged);
  }
  std::size_t count() {
    const std::lock_guard lock(mutex_);
    return acknowledged_.size();
  }
  // Request bytes by receipt, of all that were acknowledged.
  std::map<std::string, std::string> end() {
    ended_ = true;
    threads_.clear();
    return acknowledged_;
  }
  // What was acknowledged up to now.
  std::map<std::string, std::string> so_far() {
    const std::lock_guard lock(mutex_);
    return acknowledged_;
  }

 private:
  void send(const BackendProcess& backend) {
    while (!ended_) {
      const std::string request = backend.submit_request(fault_report());
      const std::optional<RawReply> reply = backend.connect().ask(request);
      if (reply && reply->status / 100 == 4) refused_ = reply->status;
      if (!reply || reply->status != 201) continue;
      const std::lock_guard lock(mutex_);
      acknowledged_[request] = reply->body;
    }
  }

  std::atomic<bool> ended_ = false;
  std::atomic<int> refused_ = 0;  // the status
  std::mutex mutex_;
  std::map<std::string, std::string> acknowledged_;
  std::vector<std::jthread> threads_;
};

// Each gets its first receipt again, so it is there, once.
void check_all_there(const BackendProcess& backend, const std::map<std::string, std::string>& acknowledged) {
  for (const auto& [request, receipt] : acknowledged) {
    const auto again = backend.connect().ask(request);
    REQUIRE(again);
    CHECK(again->status == 200);
    CHECK(again->body == receipt);
  }
}

bool is_one_line(const std::string& text) {
  return !text.empty() && text.find('\n') == text.size() - 1;
}

void replace_in(const std::filesystem::path& file, const std::string& from, const std::string& to) {
  std::ifstream in(file);
  std::string text(std::istreambuf_iterator<char>(in), {});
  REQUIRE(text.find(from) != text.npos);
  std::ofstream(file) << text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("told to stop, the server finishes what it has begun and keeps all it has acknowledged") {
  TempFolder folder;
  BackendProcess backend(folder.path());
  backend.start();
  Senders senders(backend, 4);
  senders.wait_for(20);
  CHECK(backend.stop(SIGTERM).status == 0);
  const auto acknowledged = senders.end();
  backend.start();
  check_all_there(backend, acknowledged);
}

TEST_CASE("killed, the server loses nothing that it has acknowledged") {
  TempFolder folder;
  BackendProcess backend(folder.path());
  std::map<std::string, std::string> acknowledged;
  for (std::size_t after : {1U, 7U, 30U}) {
    backend.start();
    Senders senders(backend, 4);
    senders.wait_for(after);
    CHECK(backend.stop(SIGKILL).status == 128 + SIGKILL);
    acknowledged.merge(senders.end());
  }
  backend.start();
  check_all_there(backend, acknowledged);
}

TEST_CASE("a backup taken while submissions come in, restored elsewhere, has all acknowledged before it") {
  TempFolder folder;
  TempFolder elsewhere;
  BackendProcess backend(folder.path());
  backend.start();
  Senders senders(backend, 2);
  senders.wait_for(20);
  const auto acknowledged = senders.so_far();
  const std::string copy = (folder.path() / "copy.db").string();
  const Ended backed_up = backend.run({"backup", copy});
  CHECK(backed_up.errors == "");
  REQUIRE(backed_up.status == 0);
  senders.end();
  CHECK(backend.run({"restore", copy}).status == 1);  // a server holds the database
  backend.stop(SIGTERM);

  // The same keys, another disk.
  std::filesystem::create_directories(elsewhere.path() / "data");
  std::filesystem::copy(folder.path() / "data" / "backend.keys", elsewhere.path() / "data");
  std::filesystem::copy(folder.path() / "kiosk.key", elsewhere.path());
  BackendProcess restored(elsewhere.path());
  REQUIRE(restored.run({"restore", copy}).status == 0);
  restored.start();
  check_all_there(restored, acknowledged);
}

TEST_CASE("a kiosk registered while the server runs is known from then on, and so is its new key") {
  TempFolder folder;
  BackendProcess backend(folder.path());
  backend.start();
  const auto send_as_kiosk_2 = [&](const sealing::KioskSecretKey& key) {
    const Submission submission = fault_report();
    const auto envelope = sealing::seal(submission, {"kiosk-2"}, key, backend.keys());
    return backend
        .post("/v1/submissions",
              {{"Idempotency-Key", submission.id.value}, {"Lotsen-Signature", envelope.signature}},
              envelope.body)
        .status;
  };
  const auto enrol = [&](const sealing::KioskSecretKey& key, const Words& flags) {
    const std::string file = (folder.path() / "kiosk-2.pub").string();
    std::ofstream(file) << sealing::to_text(sealing::public_key(key));
    Words words = {"register-kiosk", "kiosk-2", file};
    words.insert(words.end(), flags.begin(), flags.end());
    return backend.run(words);
  };
  const auto first = sealing::kiosk_key(folder.path() / "first.key").value();
  const auto second = sealing::kiosk_key(folder.path() / "second.key").value();
  CHECK(send_as_kiosk_2(first) == 403);
  CHECK(enrol(first, {}).status == 0);
  CHECK(send_as_kiosk_2(first) == 201);
  CHECK(enrol(first, {}).status == 0);
  const Ended refused = enrol(second, {});
  CHECK(refused.status == 1);
  CHECK(is_one_line(refused.errors));
  CHECK(enrol(second, {"--replace"}).status == 0);
  CHECK(send_as_kiosk_2(first) == 403);
  CHECK(send_as_kiosk_2(second) == 201);
}

TEST_CASE("a submission is checked against the version it was filled in with, also after a newer one came") {
  TempFolder folder;
  BackendProcess backend(folder.path());
  backend.start();
  backend.stop(SIGTERM);
  const auto form = backend.forms() / "fault_report.json";
  replace_in(form, "\"max_length\": 200", "\"max_length\": 5");
  const Ended refused = backend.run({"serve"});
  CHECK(refused.status == 1);
  CHECK(refused.errors.find("changed without a new version number") != std::string::npos);

  const int version = fault_report_version();
  replace_in(form, version_text(version), version_text(version + 1));
  backend.start();
  CHECK(backend.submit(fault_report(version)).status == 201);
  CHECK(backend.submit(fault_report(version + 1)).status == 422);
}

TEST_CASE("a broken form file is an alarm in the log, and the others are served") {
  TempFolder folder;
  BackendProcess backend(folder.path());
  std::ofstream(backend.forms() / "broken.json") << "{ not JSON";
  backend.start();
  CHECK(backend.submit(fault_report()).status == 201);
  const std::string log = backend.stop(SIGTERM).errors;
  CHECK(log.find("alarm form.broken") != std::string::npos);
  CHECK(log.find("broken.json") != std::string::npos);
  CHECK(log.find("Storgatan") == std::string::npos);
}

TEST_CASE("a start that cannot be says why in one line") {
  TempFolder folder;
  BackendProcess backend(folder.path());
  const auto ends_with = [&](const Words& words, int status, const std::string& part) {
    CAPTURE(part);
    const Ended ended = backend.run(words);
    CHECK(ended.status == status);
    CHECK(is_one_line(ended.errors));
    CHECK(ended.errors.find(part) != std::string::npos);
  };
  ends_with({"bogus"}, 2, "bogus");
  ends_with({"backup"}, 2, "backup FILE");
  ends_with({"--bogus"}, 2, "--bogus");
  ends_with({"--set", "listen_port=many"}, 2, "listen_port");
  ends_with({"--set", "listen_adress=::1"}, 2, "listen_address");
  ends_with({"--set", "listen_address=localhost"}, 2, "listen_address");
  ends_with({"--config", "/nowhere.toml"}, 2, "/nowhere.toml");
  ends_with({"restore", "/nowhere.db"}, 2, "/nowhere.db");
  ends_with({"register-kiosk", "kiosk-1", "/nowhere.pub"}, 2, "/nowhere.pub");
  backend.start();
  ends_with({"serve"}, 1, "already runs");
  const std::string port = std::to_string(backend.port());
  const std::string data = (folder.path() / "other").string();
  ends_with({"serve", "--set", "listen_port=" + port, "--set", "data_dir=" + data}, 1, "port " + port);
}

}  // namespace lotsen::tests
