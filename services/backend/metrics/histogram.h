// Histogram: how often values fell under each bound, as Prometheus wants it. Not safe from several threads;
// Metrics guards it.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lotsen::metrics {

class Histogram {
 public:
  explicit Histogram(std::span<const double> bounds);
  void observe(double value);
  // `name` without suffix; appends HELP, TYPE, buckets, sum and count.
  void append_to(std::string& text, std::string_view name, std::string_view help) const;

 private:
  std::vector<double> bounds_;
  std::vector<std::uint64_t> counts_;  // one more than bounds: the last is +Inf
  double sum_ = 0;
};

}  // namespace lotsen::metrics
