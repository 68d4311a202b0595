// What a form must mean beyond its shape: ids unique, conditions that point back at questions and options
// that exist, something to ask on every step. Used by parse_form only.
#pragma once
#include <optional>
#include <string>

#include "services/forms/form.h"

namespace lotsen::forms {

struct MeaningFault {
  std::string place;  // JSON pointer
  std::string what;   // with the mend
};

std::optional<MeaningFault> find_meaning_fault(const Form& form);

}  // namespace lotsen::forms
