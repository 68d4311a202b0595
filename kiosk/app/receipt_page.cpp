#include "kiosk/app/sending.h"

namespace lotsen::app {

void update_page(ReceiptPage& page, const Action& action, Turn& turn) {
  if (std::holds_alternative<Finish>(action)) {
    end_visit(turn);
  } else if (const std::optional<Settled> settled = settled_by(action)) {
    if (settled->submission == page.submission) page.delivery = settled->delivery;
  }
}

}  // namespace lotsen::app
