#include "tests/support/backend_process.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "services/core/random.h"
#include "services/core/reference.h"
#include "tests/support/form_version.h"

namespace lotsen::tests {
namespace fs = std::filesystem;
namespace {

constexpr const char* kJson = "application/json";

struct Child {
  pid_t pid = -1;
  int output = -1;
  int errors = -1;
};

Child spawn(const Words& words) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  int output[2];
  const int errors = memfd_create("errors", MFD_CLOEXEC);  // not a pipe: nobody reads it before the end
  if (errors < 0 || pipe2(output, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t pid = fork();
  if (pid == 0) {
    dup2(output[1], STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  close(output[1]);
  return {pid, output[0], errors};
}

std::string read_all(int file) {
  std::string text;
  char bytes[4096];
  for (ssize_t got; (got = read(file, bytes, sizeof bytes)) > 0;)
    text.append(bytes, static_cast<std::size_t>(got));
  close(file);
  return text;
}

std::string read_line(int file) {
  std::string line;
  for (char c; read(file, &c, 1) == 1 && c != '\n';) line += c;
  return line;
}

Ended end_of(pid_t pid, int errors) {
  Ended ended;
  int status = 0;
  waitpid(pid, &status, 0);
  lseek(errors, 0, SEEK_SET);
  ended.errors = read_all(errors);
  ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return ended;
}

void expect_success(const Ended& ended) {
  if (ended.status != 0) throw std::runtime_error("lotsen-backend failed: " + ended.errors);
}

std::string text_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

RawReply must_answer(std::optional<RawReply> reply) {
  if (!reply) throw std::runtime_error("lotsen-backend did not answer");
  return std::move(*reply);
}

}  // namespace

BackendProcess::BackendProcess(fs::path folder, Words settings)
    : folder_(std::move(folder)), settings_(std::move(settings)) {
  if (!fs::exists(forms())) fs::copy(fs::path(LOTSEN_CONFIG) / "forms", forms());
  expect_success(run({"init"}));
  keys_ = sealing::backend_public_keys_from_text(text_of(folder_ / "data" / "backend.pub")).value();
  kiosk_key_ = sealing::kiosk_key(folder_ / "kiosk.key").value();
  std::ofstream(folder_ / "kiosk.pub") << sealing::to_text(sealing::public_key(kiosk_key_));
  expect_success(run({"register-kiosk", "kiosk-1", (folder_ / "kiosk.pub").string()}));
}

BackendProcess::~BackendProcess() {
  if (pid_ > 0) stop(SIGKILL);
}

Words BackendProcess::command(const Words& words) const {
  Words all = {LOTSEN_BACKEND,
               "--config",
               (fs::path(LOTSEN_CONFIG) / "backend.toml").string(),
               "--set",
               "data_dir=" + (folder_ / "data").string(),
               "--set",
               "forms_dir=" + forms().string(),
               "--set",
               "listen_port=0"};
  for (const std::string& setting : settings_) all.insert(all.end(), {"--set", setting});
  all.insert(all.end(), words.begin(), words.end());
  return all;
}

void BackendProcess::start() {
  const Child child = spawn(command({"serve"}));
  pid_ = child.pid;
  errors_ = child.errors;
  const std::string line = read_line(child.output);
  close(child.output);
  const std::size_t colon = line.rfind(':');
  if (line.find("lotsen-backend listening on http://") != 0) throw std::runtime_error(wait().errors);
  port_ = static_cast<std::uint16_t>(std::atoi(line.c_str() + colon + 1));
}

void BackendProcess::begin_stop(int signal) {
  kill(pid_, signal);
}

Ended BackendProcess::wait() {
  return end_of(std::exchange(pid_, -1), errors_);
}

Ended BackendProcess::stop(int signal) {
  begin_stop(signal);
  return wait();
}

Ended BackendProcess::run(const Words& words) const {
  const Child child = spawn(command(words));
  close(child.output);
  return end_of(child.pid, child.errors);
}

RawReply BackendProcess::get(const std::string& path,
                             const std::map<std::string, std::string>& headers) const {
  return must_answer(connect().ask(http_request("GET", path, headers)));
}

RawReply BackendProcess::post(const std::string& path, const std::map<std::string, std::string>& headers,
                              const std::string& body) const {
  std::map<std::string, std::string> all = {{"Content-Type", kJson}};
  for (const auto& [name, value] : headers) all[name] = value;
  return must_answer(connect().ask(http_request("POST", path, all, body)));
}

std::string BackendProcess::submit_request(const Submission& submission) const {
  const auto envelope = sealing::seal(submission, {"kiosk-1"}, kiosk_key_, keys_);
  return http_request("POST", "/v1/submissions",
                      {{"Content-Type", kJson},
                       {"Idempotency-Key", '"' + submission.id.value + '"'},
                       {"Lotsen-Signature", envelope.signature}},
                      envelope.body);
}

RawReply BackendProcess::submit(const Submission& submission) const {
  return must_answer(connect().ask(submit_request(submission)));
}

int fault_report_version() {
  static const int version = form_version(fs::path(LOTSEN_CONFIG) / "forms" / "fault_report.json");
  return version;
}

Submission fault_report(int version) {
  Submission submission;
  submission.id = {random_uuid()};
  submission.reference = new_case_reference();
  submission.access_code = new_access_code();
  submission.form = {"fault_report"};
  submission.form_version = version;
  submission.language = "sv";
  submission.created = 1'795'269'787'120;
  const auto answer = [&](const char* question, const char* text) {
    submission.answers[{question}].values.emplace_back(text);
  };
  answer("kind", "streetlight");
  answer("location", "Storgatan 12, vid busshållplatsen");
  answer("description", "Lampan är trasig och det är helt mörkt.");
  answer("contact", "none");
  return submission;
}

}  // namespace lotsen::tests
