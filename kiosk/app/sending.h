// Handing a submission over, from the check page and again after a failed save. Used inside this folder only.
#pragma once
#include "kiosk/app/turn.h"

namespace lotsen::app {

// Asks for the save that `page` stands for and shows it.
void save(SavingPage page, Turn& turn);

void show_receipt(SavingPage& page, DeliveryState delivery, Turn& turn);

// The submission that a word from delivery is about, and what it says.
struct Settled {
  SubmissionId submission;
  DeliveryState delivery;
};
std::optional<Settled> settled_by(const Action& action);

}  // namespace lotsen::app
