#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

// Slow enough to read, and to be no burden to who waits beside the screen.
constexpr SteadyMs kGreetingMs = 6000;

// What the greeting offers: a touch anywhere, and what stands below it on every page.
bool is_of_visitor(const Action& action) {
  return std::holds_alternative<OpenHome>(action) || std::holds_alternative<CallStaff>(action) ||
         std::holds_alternative<ShowLanguages>(action) || std::holds_alternative<ChangeTextSize>(action) ||
         std::holds_alternative<SwitchContrast>(action) || std::holds_alternative<SwitchReach>(action);
}

}  // namespace

AttractPage greet_from(SteadyMs now) {
  return {.greeting = 0, .next_at = now + kGreetingMs};
}

void update_page(AttractPage& page, const Action& action, Turn& turn) {
  if (is_of_visitor(action)) return turn.go_to(HomePage{});
  if (turn.state.now < page.next_at) return;
  const std::size_t count = std::max<std::size_t>(1, turn.setup.languages.size());
  page.greeting = (page.greeting + 1) % count;
  page.next_at = turn.state.now + kGreetingMs;
}

}  // namespace lotsen::app
