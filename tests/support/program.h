// Program: one of our programs as a child process, without a display, with its input and output in the test's
// hands. Every wait has a deadline and throws ProgramFault, with what the program said, when it passes. For
// the test's own thread.
#pragma once
#include <sys/types.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace lotsen::tests {

inline constexpr int kPatienceMs = 20'000;  // far more than is needed; a machine may be busy

struct ProgramFault : std::runtime_error {
  using std::runtime_error::runtime_error;
};

class Program {
 public:
  // The words: the file to run and its arguments.
  explicit Program(const std::vector<std::string>& words);
  ~Program();  // kills what still runs
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  pid_t pid() const { return pid_; }
  bool ended() const;  // has closed its outputs

  bool say(std::string_view text);  // to its standard input; false: nobody reads
  void end_input();

  std::string wait_for_line(std::string_view part);  // the first line it said, or says, with this in it
  int wait(int at_most_ms = kPatienceMs);            // exit status, or 128 + signal
  void signal(int number) const;
  int kill_now();  // SIGKILL, to its end

  std::string said() const;    // standard output up to now
  std::string errors() const;  // standard error up to now

 private:
  void listen(int output, int errors);
  std::optional<std::string> line_with(std::string_view part) const;

  pid_t pid_ = -1;
  int input_ = -1;
  std::optional<int> status_;
  mutable std::mutex mutex_;
  std::condition_variable heard_;
  std::string said_;
  std::string errors_;
  bool ended_ = false;
  std::thread listener_;  // so that a program that says much never blocks
};

struct Ended {
  int status = -1;
  std::string said;
  std::string errors;
};

// From start to end.
Ended run_program(const std::vector<std::string>& words);

void pause_before_looking_again();

// Looks every few milliseconds: for facts of another process that nothing announces.
template <class Condition>
bool eventually(Condition holds, int at_most_ms = kPatienceMs) {
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(at_most_ms);
  while (!holds()) {
    if (std::chrono::steady_clock::now() > until) return false;
    pause_before_looking_again();
  }
  return true;
}

}  // namespace lotsen::tests
