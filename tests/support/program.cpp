#include "tests/support/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace lotsen::tests {
namespace {

struct Pipe {
  int read_end = -1;
  int write_end = -1;

  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw ProgramFault("no pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
};

std::vector<char*> pointers(const std::vector<std::string>& words) {
  std::vector<char*> all;
  for (const std::string& word : words) all.push_back(const_cast<char*>(word.c_str()));
  all.push_back(nullptr);
  return all;
}

// Whoever runs the tests may sit at a display; the programs must not use it.
std::vector<std::string> surroundings() {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text = *entry;
    if (!text.starts_with("DISPLAY=") && !text.starts_with("WAYLAND_DISPLAY=")) all.emplace_back(text);
  }
  return all;
}

// A program that is gone shows in say(); the programs themselves begin as a shell would start them.
void set_signals(posix_spawnattr_t& attributes) {
  ::signal(SIGPIPE, SIG_IGN);
  sigset_t standard;
  sigemptyset(&standard);
  sigaddset(&standard, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &standard);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
}

pid_t spawn(const std::vector<std::string>& words, int input, int output, int errors) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  set_signals(attributes);
  const std::vector<std::string> environment = surroundings();
  pid_t pid = -1;
  const int fault = posix_spawn(&pid, words.at(0).c_str(), &actions, &attributes, pointers(words).data(),
                                pointers(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (fault != 0) throw ProgramFault("cannot start " + words.at(0));
  return pid;
}

// False once the other end is closed.
bool read_some(int file, std::string& to) {
  std::array<char, 4096> bytes{};
  const ssize_t got = ::read(file, bytes.data(), bytes.size());
  if (got > 0) to.append(bytes.data(), static_cast<std::size_t>(got));
  return got > 0;
}

int status_of(int facts) {
  return WIFEXITED(facts) ? WEXITSTATUS(facts) : 128 + WTERMSIG(facts);
}

}  // namespace

Program::Program(const std::vector<std::string>& words) {
  const Pipe input;
  const Pipe output;
  const Pipe errors;
  pid_ = spawn(words, input.read_end, output.write_end, errors.write_end);
  for (const int theirs : {input.read_end, output.write_end, errors.write_end}) ::close(theirs);
  input_ = input.write_end;
  listener_ = std::thread([this, out = output.read_end, err = errors.read_end] { listen(out, err); });
}

Program::~Program() {
  if (!status_) kill_now();
  end_input();
}

void Program::listen(int output, int errors) {
  std::array<pollfd, 2> open{pollfd{output, POLLIN, 0}, pollfd{errors, POLLIN, 0}};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    ::poll(open.data(), open.size(), -1);
    for (pollfd& one : open) {
      std::string text;
      if (one.fd < 0 || one.revents == 0) continue;
      if (!read_some(one.fd, text)) {
        ::close(one.fd);
        one.fd = -1;
      }
      const std::lock_guard lock(mutex_);
      (&one == open.data() ? said_ : errors_) += text;
      heard_.notify_all();
    }
  }
  const std::lock_guard lock(mutex_);
  ended_ = true;
  heard_.notify_all();
}

bool Program::ended() const {
  const std::lock_guard lock(mutex_);
  return ended_;
}

bool Program::say(std::string_view text) {
  while (!text.empty()) {
    const ssize_t sent = ::write(input_, text.data(), text.size());
    if (sent <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void Program::end_input() {
  if (input_ >= 0) ::close(input_);
  input_ = -1;
}

std::optional<std::string> Program::line_with(std::string_view part) const {
  for (const std::string* text : {&said_, &errors_}) {
    const std::size_t at = text->find(part);
    const std::size_t end = at == text->npos ? at : text->find('\n', at);
    if (end == text->npos) continue;
    const std::size_t before = text->rfind('\n', at);
    const std::size_t begin = before == text->npos ? 0 : before + 1;
    return text->substr(begin, end - begin);
  }
  return std::nullopt;
}

std::string Program::wait_for_line(std::string_view part) {
  std::unique_lock lock(mutex_);
  std::optional<std::string> line;
  heard_.wait_for(lock, std::chrono::milliseconds(kPatienceMs),
                  [&] { return (line = line_with(part)).has_value() || ended_; });
  if (!line) throw ProgramFault("never said \"" + std::string(part) + "\" but: " + said_ + errors_);
  return *line;
}

int Program::wait(int at_most_ms) {
  if (status_) return *status_;
  {
    std::unique_lock lock(mutex_);
    heard_.wait_for(lock, std::chrono::milliseconds(at_most_ms), [this] { return ended_; });
    if (!ended_) throw ProgramFault("did not end, but said: " + said_ + errors_);
  }
  listener_.join();
  int facts = 0;
  ::waitpid(pid_, &facts, 0);
  status_ = status_of(facts);
  return *status_;
}

void Program::signal(int number) const {
  ::kill(pid_, number);
}

int Program::kill_now() {
  if (!status_) signal(SIGKILL);
  return wait();
}

std::string Program::said() const {
  const std::lock_guard lock(mutex_);
  return said_;
}

std::string Program::errors() const {
  const std::lock_guard lock(mutex_);
  return errors_;
}

Ended run_program(const std::vector<std::string>& words) {
  Program program(words);
  program.end_input();
  const int status = program.wait();
  return {status, program.said(), program.errors()};
}

void pause_before_looking_again() {
  constexpr int kLookMs = 5;
  ::poll(nullptr, 0, kLookMs);
}

}  // namespace lotsen::tests
