// An HttpClient without a network. FakeNetwork is the other side: it outlives clients, records every request
// and answers as the test says, or lets it hang. Safe with one thread that uses the client and others that
// wake it.
#pragma once
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <utility>

#include "services/http/client.h"

namespace lotsen::tests {

class FakeNetwork {
 public:
  using Answer = std::optional<Result<http::Reply>>;  // nothing: the request hangs

  explicit FakeNetwork(std::function<Answer(const http::Request&)> answer) : answer_(std::move(answer)) {}

  Answer ask(const http::Request& request) {
    const std::lock_guard lock(mutex_);
    seen_.push_back(request);
    return answer_(request);
  }
  std::vector<http::Request> seen() const {
    const std::lock_guard lock(mutex_);
    return seen_;
  }
  void answer_by(std::function<Answer(const http::Request&)> answer) {
    const std::lock_guard lock(mutex_);
    answer_ = std::move(answer);
  }
  std::unique_ptr<http::HttpClient> make_client();
  int clients_made() const {
    const std::lock_guard lock(mutex_);
    return clients_made_;
  }

 private:
  mutable std::mutex mutex_;
  std::function<Answer(const http::Request&)> answer_;
  std::vector<http::Request> seen_;
  int clients_made_ = 0;
};

class FakeHttp : public http::HttpClient {
 public:
  explicit FakeHttp(FakeNetwork& network) : network_(network) {}

  http::RequestId start(http::Request request) override {
    const http::RequestId id{++last_id_};
    FakeNetwork::Answer answer = fail(ErrorCode::unavailable, "offline");
    if (!offline_) answer = network_.ask(request);
    if (answer) {
      finished_.push_back({id, std::move(*answer)});
    } else {
      hanging_.insert(id);
    }
    return id;
  }
  void cancel(http::RequestId id) override {
    hanging_.erase(id);
    std::erase_if(finished_, [id](const http::Finished& finished) { return finished.id == id; });
  }
  std::vector<http::Finished> wait(std::chrono::milliseconds at_most) override {
    if (finished_.empty()) {
      std::unique_lock lock(mutex_);
      woken_signal_.wait_for(lock, at_most, [this] { return woken_; });
    }
    const std::lock_guard lock(mutex_);
    woken_ = false;
    return std::exchange(finished_, {});
  }
  void set_offline(bool offline) override {
    offline_ = offline;
    if (!offline) return;
    for (const http::RequestId id : hanging_)
      finished_.push_back({id, fail(ErrorCode::unavailable, "offline")});
    hanging_.clear();
  }
  void wake() override {
    const std::lock_guard lock(mutex_);
    woken_ = true;
    woken_signal_.notify_one();
  }

 private:
  FakeNetwork& network_;
  std::uint64_t last_id_ = 0;
  bool offline_ = false;
  std::set<http::RequestId> hanging_;
  std::vector<http::Finished> finished_;
  std::mutex mutex_;
  std::condition_variable woken_signal_;
  bool woken_ = false;
};

inline std::unique_ptr<http::HttpClient> FakeNetwork::make_client() {
  const std::lock_guard lock(mutex_);
  ++clients_made_;
  return std::make_unique<FakeHttp>(*this);
}

}  // namespace lotsen::tests
