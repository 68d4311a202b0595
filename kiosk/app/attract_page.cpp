#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

// Slow enough to read, and to be no burden to who waits beside the screen.
constexpr SteadyMs kGreetingMs = 6000;

}  // namespace

AttractPage greet_from(SteadyMs now) {
  return {.greeting = 0, .next_at = now + kGreetingMs};
}

void update_page(AttractPage& page, const Action& action, Turn& turn) {
  if (std::holds_alternative<InputSeen>(action)) return turn.go_to(HomePage{});
  if (turn.state.now < page.next_at) return;
  const std::size_t count = std::max<std::size_t>(1, turn.setup.languages.size());
  page.greeting = (page.greeting + 1) % count;
  page.next_at = turn.state.now + kGreetingMs;
}

}  // namespace lotsen::app
