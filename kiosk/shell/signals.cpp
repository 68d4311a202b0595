#include "kiosk/shell/signals.h"

#include <csignal>

namespace lotsen::shell {
namespace {

sigset_t watched() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGUSR1);  // ends the watcher itself
  return set;
}

}  // namespace

Signals::Signals() {
  const sigset_t set = watched();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
}

Signals::~Signals() {
  if (watcher_.joinable()) pthread_kill(watcher_.native_handle(), SIGUSR1);
}

void Signals::watch(std::function<void()> wake) {
  watcher_ = std::jthread([this, wake = std::move(wake)] {
    const sigset_t set = watched();
    int signal = 0;
    while (sigwait(&set, &signal) == 0 && signal != SIGUSR1) {
      seen_ = true;
      wake();
    }
  });
}

}  // namespace lotsen::shell
