#include "services/backend/metrics/metrics.h"

namespace lotsen::metrics {
namespace {

constexpr double kSeconds[] = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};
constexpr double kBatches[] = {1, 2, 4, 8, 16, 32, 64, 128, 256, 512};

void head(std::string& text, std::string_view name, std::string_view type, std::string_view help) {
  const std::string n(name);
  text += "# HELP " + n + " " + std::string(help) + "\n# TYPE " + n + " " + std::string(type) + "\n";
}

void single(std::string& text, std::string_view name, std::string_view type, std::string_view help,
            std::uint64_t value) {
  head(text, name, type, help);
  text += std::string(name) + " " + std::to_string(value) + "\n";
}

}  // namespace

Metrics::Metrics() : seconds_(kSeconds), batches_(kBatches) {}

void Metrics::answered(std::string_view route, int status, double seconds) {
  const std::lock_guard lock(mutex_);
  ++answers_[{std::string(route), status}];
  seconds_.observe(seconds);
}

void Metrics::registered() {
  const std::lock_guard lock(mutex_);
  ++registered_;
}

void Metrics::repeated() {
  const std::lock_guard lock(mutex_);
  ++repeated_;
}

void Metrics::refused(std::string_view reason) {
  const std::lock_guard lock(mutex_);
  ++refusals_[std::string(reason)];
}

void Metrics::committed(std::size_t batch) {
  const std::lock_guard lock(mutex_);
  batches_.observe(static_cast<double>(batch));
}

void Metrics::commit_failed() {
  const std::lock_guard lock(mutex_);
  ++failed_commits_;
}

void Metrics::queue_is(std::size_t length) {
  const std::lock_guard lock(mutex_);
  queue_ = length;
}

void Metrics::connections_are(std::size_t open) {
  const std::lock_guard lock(mutex_);
  connections_ = open;
}

std::string Metrics::prometheus_text() const {
  const std::lock_guard lock(mutex_);
  std::string text;
  head(text, "lotsen_http_requests_total", "counter", "Requests answered, by route and status.");
  for (const auto& [key, count] : answers_) {
    text += "lotsen_http_requests_total{route=\"" + key.first + "\",status=\"" + std::to_string(key.second) +
            "\"} " + std::to_string(count) + "\n";
  }
  head(text, "lotsen_submissions_refused_total", "counter", "Submissions refused, by reason.");
  for (const auto& [reason, count] : refusals_) {
    text += "lotsen_submissions_refused_total{reason=\"" + reason + "\"} " + std::to_string(count) + "\n";
  }
  single(text, "lotsen_submissions_registered_total", "counter", "Submissions registered as cases.",
         registered_);
  single(text, "lotsen_submissions_repeated_total", "counter", "Repeats answered with the first receipt.",
         repeated_);
  single(text, "lotsen_commits_failed_total", "counter", "Commits that failed; nobody got a receipt.",
         failed_commits_);
  single(text, "lotsen_store_queue_length", "gauge", "Jobs waiting for the store thread.", queue_);
  single(text, "lotsen_http_connections", "gauge", "Open connections.", connections_);
  seconds_.append_to(text, "lotsen_http_request_seconds", "From a whole request to its answer.");
  batches_.append_to(text, "lotsen_commit_batch_size", "Jobs in one commit.");
  return text;
}

}  // namespace lotsen::metrics
