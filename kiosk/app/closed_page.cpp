#include "kiosk/app/turn.h"

namespace lotsen::app {

void update_page(ClosedPage&, const Action& action, Turn& turn) {
  if (std::holds_alternative<Finish>(action)) end_visit(turn);
}

}  // namespace lotsen::app
