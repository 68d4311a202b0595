#include "kiosk/app/turn.h"

namespace lotsen::app {

void update_page(HomePage&, const Action& action, Turn& turn) {
  if (!std::holds_alternative<OpenServices>(action)) return;
  turn.ask(AskRoom{turn.state.visit});
  turn.go_to(ServicesPage{});
}

}  // namespace lotsen::app
