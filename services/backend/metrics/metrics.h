// Metrics: counters of the running backend, served at /metrics. Labels are names of ours (route, status,
// reason), never anything from a request. Safe from any thread; nothing here blocks for longer than a lock.
#pragma once
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "services/backend/metrics/histogram.h"

namespace lotsen::metrics {

class Metrics {
 public:
  Metrics();

  void answered(std::string_view route, int status, double seconds);
  void registered();
  void repeated();
  void refused(std::string_view reason);
  void committed(std::size_t batch);
  void commit_failed();
  void queue_is(std::size_t length);  // of the store thread
  void connections_are(std::size_t open);

  std::string prometheus_text() const;

 private:
  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> answers_;
  std::map<std::string, std::uint64_t, std::less<>> refusals_;
  std::uint64_t registered_ = 0;
  std::uint64_t repeated_ = 0;
  std::uint64_t failed_commits_ = 0;
  std::size_t queue_ = 0;
  std::size_t connections_ = 0;
  Histogram seconds_;
  Histogram batches_;
};

}  // namespace lotsen::metrics
