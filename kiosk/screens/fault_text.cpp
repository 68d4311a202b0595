#include "kiosk/screens/fault_text.h"

#include <algorithm>

namespace lotsen::screens {
namespace {

std::string missing_text(const forms::Question& question, const ui::Ui& ui) {
  const std::string& own = question.missing.in(ui.language());
  if (!own.empty()) return own;
  return std::holds_alternative<forms::ChoiceKind>(question.kind) ? ui.tr("Choose one.")
                                                                  : ui.tr("Write an answer here.");
}

}  // namespace

std::string fault_text(const forms::Question& question, const std::vector<forms::Fault>& faults,
                       const ui::Ui& ui) {
  const auto fault = std::ranges::find(faults, question.id, &forms::Fault::question);
  if (fault == faults.end()) return {};
  switch (fault->code) {
    case forms::FaultCode::missing:
      return missing_text(question, ui);
    case forms::FaultCode::too_long:
      return ui.tr("Write at most {limit} characters.", {{"limit", std::to_string(fault->limit)}});
    case forms::FaultCode::not_an_option:
      return ui.tr("Choose one.");
    case forms::FaultCode::not_a_phone_number:
      return ui.tr("Check the number. Write it with the area code, such as 070-174 06 05.");
    case forms::FaultCode::not_an_email:
      return ui.tr("Check the address. It looks like name@example.se.");
    case forms::FaultCode::unreadable:
    case forms::FaultCode::unknown_question:
      return ui.tr("Something is wrong here. Please ask staff.");
  }
  return {};
}

}  // namespace lotsen::screens
