// Times what is seen on an X display, by looking at a few of its pixels again and again.
//   bench_watch start X Y RRGGBB TIMEOUT_MS LOG -- COMMAND…   prints "pid ms": from fork to that colour there
//   bench_watch tap X Y FX FY PX PY HOLD_MS          prints "ms ms": press to a change around F, release to
//   one at P bench_watch press X Y                            presses and releases bench_watch pixel X Y
//   prints RRGGBB
// Exit status: 0 seen, 1 not seen in time, 2 wrong use or no display.
#include <fcntl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <thread>

#include "tests/bench/screen.h"
#include "tests/bench/stopwatch.h"

namespace lotsen::bench {

namespace {

constexpr double kTapLimit_ms = 3000;
constexpr double kNotSeen = -1;

void wait_us(int us) {
  std::this_thread::sleep_for(std::chrono::microseconds(us));
}

// Milliseconds until `seen` holds, kNotSeen after the limit.
double time_until(const std::function<bool()>& seen, double limit_ms, int pause_us) {
  const Stopwatch watch;
  while (watch.ms() < limit_ms) {
    if (seen()) return watch.ms();
    wait_us(pause_us);
  }
  return kNotSeen;
}

bool near(unsigned a, unsigned b) {
  for (int shift = 0; shift < 24; shift += 8) {
    const int difference = static_cast<int>((a >> shift) & 255) - static_cast<int>((b >> shift) & 255);
    if (std::abs(difference) > 6) return false;
  }
  return true;
}

// A session of its own, so that its whole family can be ended by one group id.
pid_t run_apart(char** command, const char* log) {
  const pid_t pid = fork();
  if (pid != 0) return pid;
  setsid();
  const int out = open(log, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  dup2(out, STDOUT_FILENO);
  dup2(out, STDERR_FILENO);
  execvp(command[0], command);
  _exit(127);
}

int start(Screen& screen, char** arguments) {
  const Point at{std::atoi(arguments[0]), std::atoi(arguments[1])};
  const auto colour = static_cast<unsigned>(std::strtoul(arguments[2], nullptr, 16));
  if (near(screen.pixel(at), colour))
    return std::fputs("bench_watch: that colour is there already\n", stderr), 2;
  const Stopwatch since_fork;
  const pid_t pid = run_apart(arguments + 6, arguments[4]);
  const bool seen =
      time_until([&] { return near(screen.pixel(at), colour); }, std::atof(arguments[3]), 500) >= 0;
  std::printf("%d %.1f\n", pid, seen ? since_fork.ms() : kNotSeen);
  return seen ? 0 : 1;
}

// As a finger does it: it is nowhere, then it is down.
int tap(Screen& screen, char** arguments) {
  int number[7];
  for (int i = 0; i < 7; ++i) number[i] = std::atoi(arguments[i]);
  const Area feedback{{number[2], number[3]}, 8, 8};
  const Area page{{number[4], number[5]}, 120, 40};
  screen.move_pointer({1919, 1079});
  wait_us(300'000);  // whatever moved before has come to rest
  const Pixels feedback_before = screen.pixels(feedback);
  const Pixels page_before = screen.pixels(page);
  const auto changed = [&](const Area& area, const Pixels& before) {
    return [&] { return screen.pixels(area) != before; };
  };
  screen.move_pointer({number[0], number[1]});
  const Stopwatch down;
  screen.press(true);
  const double feedback_ms = time_until(changed(feedback, feedback_before), number[6], 200);
  if (number[6] > down.ms()) wait_us(static_cast<int>((number[6] - down.ms()) * 1000));
  screen.press(false);
  const double page_ms = time_until(changed(page, page_before), kTapLimit_ms, 200);
  std::printf("%.2f %.2f\n", feedback_ms, page_ms);
  return feedback_ms >= 0 && page_ms >= 0 ? 0 : 1;
}

int press(Screen& screen, char** arguments) {
  screen.move_pointer({std::atoi(arguments[0]), std::atoi(arguments[1])});
  wait_us(50'000);
  screen.press(true);
  wait_us(60'000);
  screen.press(false);
  return 0;
}

int pixel(Screen& screen, char** arguments) {
  std::printf("%06x\n", screen.pixel({std::atoi(arguments[0]), std::atoi(arguments[1])}));
  return 0;
}

struct Verb {
  const char* name;
  int arguments;
  int (*run)(Screen&, char**);
};
constexpr Verb kVerbs[] = {{"start", 7, start}, {"tap", 7, tap}, {"press", 2, press}, {"pixel", 2, pixel}};

}  // namespace

}  // namespace lotsen::bench

int main(int count, char** arguments) {
  const auto screen = lotsen::bench::Screen::open();
  if (!screen) return std::fputs("bench_watch: no display\n", stderr), 2;
  for (const auto& verb : lotsen::bench::kVerbs) {
    if (count >= 2 + verb.arguments && verb.name == std::string(arguments[1]))
      return verb.run(*screen, arguments + 2);
  }
  return std::fputs("bench_watch: start, tap, press or pixel, as its source says\n", stderr), 2;
}
