#include "kiosk/shell/measure.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace lotsen::shell {
namespace {

template <class Frame>
double median_ms(Frame frame) {
  std::array<double, 101> times{};
  for (double& time : times) {
    const auto began = std::chrono::steady_clock::now();
    frame();
    time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  }
  std::ranges::nth_element(times, times.begin() + times.size() / 2);
  return times[times.size() / 2];
}

}  // namespace

int measure(Shell& shell) {
  const double full = median_ms([&] { shell.paint_all(); });
  const double unchanged = median_ms([&] { shell.paint(); });
  std::printf("{\"full_frame_ms\": %.3f, \"unchanged_frame_ms\": %.3f}\n", full, unchanged);
  return 0;
}

}  // namespace lotsen::shell
