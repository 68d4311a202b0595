// Stopwatch: how long something took, finer than Clock's milliseconds. For metrics only.
#pragma once
#include <chrono>

namespace lotsen::metrics {

class Stopwatch {
 public:
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - began_).count();
  }

 private:
  std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
};

}  // namespace lotsen::metrics
