// Mailbox: values from any thread to one reader. The only thing threads share.
#pragma once
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace lotsen::runtime {

template <class T>
class Mailbox {
 public:
  // `on_post` runs on the posting thread after the value is in; it wakes a reader that waits elsewhere (an
  // SDL event, curl_multi_wakeup). May be empty.
  explicit Mailbox(std::function<void()> on_post = {}) : on_post_(std::move(on_post)) {}

  void post(T value) {
    {
      const std::lock_guard lock(mutex_);
      values_.push_back(std::move(value));
    }
    posted_.notify_one();
    if (on_post_) on_post_();
  }

  std::optional<T> take() {
    const std::lock_guard lock(mutex_);
    return pop();
  }

  // Waits for a value, the deadline or the stop, whichever comes first.
  std::optional<T> take_until(std::chrono::steady_clock::time_point deadline, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    posted_.wait_until(lock, stop, deadline, [this] { return !values_.empty(); });
    return pop();
  }

 private:
  std::optional<T> pop() {
    if (values_.empty()) return std::nullopt;
    std::optional<T> value(std::move(values_.front()));
    values_.pop_front();
    return value;
  }

  std::mutex mutex_;
  std::condition_variable_any posted_;
  std::deque<T> values_;
  std::function<void()> on_post_;
};

}  // namespace lotsen::runtime
