#include "services/backend/store/store_thread.h"

namespace lotsen::store {

StoreThread::StoreThread(Store& store, metrics::Metrics& metrics, Log& log)
    : store_(store), metrics_(metrics), log_(log), thread_([this] { run(); }) {}

StoreThread::~StoreThread() {
  stop();
}

void StoreThread::post(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (!stopping_) {
      queue_.push_back(std::move(job));
      changed_.notify_one();
      return;
    }
  }
  job.done(fail(ErrorCode::unavailable, "the backend is stopping"));
}

void StoreThread::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void StoreThread::run() {
  for (;;) {
    std::vector<Job> jobs;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      jobs.swap(queue_);
    }
    metrics_.queue_is(jobs.size());
    commit(std::move(jobs));
  }
}

void StoreThread::commit(std::vector<Job> jobs) {
  std::vector<Result<void>> results(jobs.size());
  std::vector<Store::Change> changes;
  changes.reserve(jobs.size());
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    changes.push_back([&, i] { return results[i] = jobs[i].change(store_); });
  }
  const Result<void> committed = store_.commit(changes);
  if (committed) {
    metrics_.committed(jobs.size());
  } else {
    metrics_.commit_failed();
    log_.alarm("store.commit_failed", {{"jobs", jobs.size()}, {"reason", committed.error().detail}});
  }
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const Result<void>& result = committed ? results[i] : committed;
    jobs[i].done(result.map([&] { return jobs.size(); }));
  }
}

}  // namespace lotsen::store
