// The table from what is wrong with an answer to what the visitor can do about it.
#pragma once
#include <string>
#include <vector>

#include "kiosk/ui/ui.h"
#include "services/forms/engine.h"

namespace lotsen::screens {

// Empty when the question has no fault.
std::string fault_text(const forms::Question& question, const std::vector<forms::Fault>& faults,
                       const ui::Ui& ui);

}  // namespace lotsen::screens
