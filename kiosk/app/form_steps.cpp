#include "kiosk/app/form_steps.h"

namespace lotsen::app {
namespace {

std::optional<int> asked_step_from(const forms::Form& form, const forms::Answers& answers, int from, int by) {
  const int count = static_cast<int>(form.steps.size());
  for (int i = from; i >= 0 && i < count; i += by) {
    if (!forms::asked_questions(form, step_at(form, i), answers).empty()) return i;
  }
  return std::nullopt;
}

}  // namespace

const forms::Step& step_at(const forms::Form& form, int step) {
  return form.steps.at(static_cast<std::size_t>(step));
}

std::optional<int> first_asked_step(const forms::Form& form, const forms::Answers& answers) {
  return asked_step_from(form, answers, 0, 1);
}

std::optional<int> last_asked_step(const forms::Form& form, const forms::Answers& answers) {
  return asked_step_from(form, answers, static_cast<int>(form.steps.size()) - 1, -1);
}

std::optional<int> asked_step_after(const forms::Form& form, const forms::Answers& answers, int step) {
  return asked_step_from(form, answers, step + 1, 1);
}

std::optional<int> asked_step_before(const forms::Form& form, const forms::Answers& answers, int step) {
  return asked_step_from(form, answers, step - 1, -1);
}

std::optional<int> step_of(const forms::Form& form, const QuestionId& question) {
  for (int i = 0; i < static_cast<int>(form.steps.size()); ++i) {
    for (const forms::Question& asked : step_at(form, i).questions) {
      if (asked.id == question) return i;
    }
  }
  return std::nullopt;
}

std::optional<FaultyStep> first_faulty_step(const forms::Form& form, const forms::Answers& answers) {
  for (int i = 0; i < static_cast<int>(form.steps.size()); ++i) {
    std::vector<forms::Fault> faults = forms::check(form, step_at(form, i), answers);
    if (!faults.empty()) return FaultyStep{i, std::move(faults)};
  }
  return std::nullopt;
}

}  // namespace lotsen::app
