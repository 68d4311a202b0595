// WorkerPool: a few threads for signatures, opening seals and checking answers, so that the I/O thread never
// waits for CPU work. post() may be called from any thread. Its room is bounded by the server's cap on
// requests in flight.
#pragma once
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

#include "services/backend/work/once.h"

namespace lotsen::work {

class WorkerPool {
 public:
  explicit WorkerPool(unsigned threads);
  ~WorkerPool();  // as stop()
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  void post(Once<void()> task);  // dropped after stop()
  void stop();                   // finishes what is queued, then ends the threads; repeatable

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Once<void()>> queue_;
  bool stopping_ = false;
  std::vector<std::jthread> threads_;
};

}  // namespace lotsen::work
