// Milliseconds since it was made; for the measuring programs.
#pragma once
#include <chrono>

namespace lotsen::bench {

class Stopwatch {
 public:
  double ms() const { return std::chrono::duration<double, std::milli>(Steady::now() - start_).count(); }

 private:
  using Steady = std::chrono::steady_clock;
  Steady::time_point start_ = Steady::now();
};

}  // namespace lotsen::bench
