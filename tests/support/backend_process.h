// BackendProcess: the real lotsen-backend as a child process with a data directory of its own, and kiosk-1
// registered. LOTSEN_BACKEND and LOTSEN_CONFIG are set by CMake.
#pragma once
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "services/sealing/envelope.h"
#include "tests/support/raw_http.h"

namespace lotsen::tests {

using Words = std::vector<std::string>;

struct Ended {
  int status = -1;     // exit status, or 128 + signal
  std::string errors;  // standard error
};

class BackendProcess {
 public:
  // `folder` gets data/, forms/ (a copy of config/forms) and kiosk.key; it may hold them already.
  explicit BackendProcess(std::filesystem::path folder, Words settings = {});
  ~BackendProcess();  // kills what still runs
  BackendProcess(const BackendProcess&) = delete;
  BackendProcess& operator=(const BackendProcess&) = delete;

  void start();            // returns when it listens
  Ended stop(int signal);  // sends it, waits for the end
  void begin_stop(int signal);
  Ended wait();
  Ended run(const Words& words) const;  // a sub-command or a start that fails, to its end

  std::uint16_t port() const { return port_; }
  RawHttp connect() const { return RawHttp(port_); }
  std::filesystem::path forms() const { return folder_ / "forms"; }
  const sealing::BackendPublicKeys& keys() const { return keys_; }
  const sealing::KioskSecretKey& kiosk_key() const { return kiosk_key_; }

  RawReply get(const std::string& path, const std::map<std::string, std::string>& headers = {}) const;
  RawReply post(const std::string& path, const std::map<std::string, std::string>& headers,
                const std::string& body) const;
  RawReply submit(const Submission& submission) const;
  std::string submit_request(const Submission& submission) const;  // the bytes of that POST

 private:
  Words command(const Words& words) const;

  std::filesystem::path folder_;
  Words settings_;
  sealing::BackendPublicKeys keys_;
  sealing::KioskSecretKey kiosk_key_;
  pid_t pid_ = -1;
  int errors_ = -1;
  std::uint16_t port_ = 0;
};

int fault_report_version();  // of config/forms/fault_report.json

// Right for that form; with an id, reference and code of its own each time.
Submission fault_report(int version = fault_report_version());

}  // namespace lotsen::tests
