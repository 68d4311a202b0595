// StoreThread: the one thread that speaks to the Store. It takes whatever is queued, commits it as one group
// and only then tells each job's owner: nobody hears "yes" before the disk has it. post() from any thread.
#pragma once
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

#include "services/backend/metrics/metrics.h"
#include "services/backend/store/store.h"
#include "services/backend/work/once.h"
#include "services/core/log.h"

namespace lotsen::store {

struct Job {
  work::Once<Result<void>(Store&)> change;  // an error undoes this change alone
  // On the store thread, after the commit: how many jobs it held, or the change's own error, or the commit's.
  work::Once<void(Result<std::size_t>)> done;
};

class StoreThread {
 public:
  StoreThread(Store& store, metrics::Metrics& metrics, Log& log);
  ~StoreThread();  // as stop()
  StoreThread(const StoreThread&) = delete;
  StoreThread& operator=(const StoreThread&) = delete;

  void post(Job job);  // after stop(): done hears `unavailable` at once, on the caller's thread
  void stop();         // commits what is queued, then ends; repeatable

 private:
  void run();
  void commit(std::vector<Job> jobs);

  Store& store_;
  metrics::Metrics& metrics_;
  Log& log_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Job> queue_;
  bool stopping_ = false;
  std::jthread thread_;
};

}  // namespace lotsen::store
