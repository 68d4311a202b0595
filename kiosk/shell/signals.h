// SIGINT and SIGTERM as a wake-up of the frame loop, so that the kiosk ends as it does by any other way.
#pragma once
#include <atomic>
#include <functional>
#include <thread>

namespace lotsen::shell {

// Make it before any other thread: threads inherit that the signals are blocked.
class Signals {
 public:
  Signals();
  ~Signals();
  Signals(const Signals&) = delete;
  Signals& operator=(const Signals&) = delete;

  // From now on a signal calls `wake`, on a thread of its own.
  void watch(std::function<void()> wake);
  bool seen() const { return seen_; }

 private:
  std::atomic<bool> seen_ = false;
  std::jthread watcher_;
};

}  // namespace lotsen::shell
