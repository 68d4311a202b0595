#include "services/backend/metrics/histogram.h"

#include <algorithm>
#include <cstdio>

namespace lotsen::metrics {
namespace {

std::string number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}

}  // namespace

Histogram::Histogram(std::span<const double> bounds)
    : bounds_(bounds.begin(), bounds.end()), counts_(bounds.size() + 1) {}

void Histogram::observe(double value) {
  const auto at = std::lower_bound(bounds_.begin(), bounds_.end(), value) - bounds_.begin();
  ++counts_[static_cast<std::size_t>(at)];
  sum_ += value;
}

void Histogram::append_to(std::string& text, std::string_view name, std::string_view help) const {
  const std::string n(name);
  text += "# HELP " + n + " " + std::string(help) + "\n# TYPE " + n + " histogram\n";
  std::uint64_t below = 0;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    below += counts_[i];
    const std::string bound = i < bounds_.size() ? number(bounds_[i]) : "+Inf";
    text += n + "_bucket{le=\"" + bound + "\"} " + std::to_string(below) + "\n";
  }
  text += n + "_sum " + number(sum_) + "\n" + n + "_count " + std::to_string(below) + "\n";
}

}  // namespace lotsen::metrics
