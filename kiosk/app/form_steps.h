// Finding one's way between the steps of a form: steps in which nothing is asked are passed over. Pure.
#pragma once
#include <optional>

#include "services/forms/engine.h"
#include "services/forms/form.h"

namespace lotsen::app {

// Indexes into Form::steps; nothing when there is no such step.
std::optional<int> first_asked_step(const forms::Form& form, const forms::Answers& answers);
std::optional<int> last_asked_step(const forms::Form& form, const forms::Answers& answers);
std::optional<int> asked_step_after(const forms::Form& form, const forms::Answers& answers, int step);
std::optional<int> asked_step_before(const forms::Form& form, const forms::Answers& answers, int step);
std::optional<int> step_of(const forms::Form& form, const QuestionId& question);

struct FaultyStep {
  int step = 0;
  std::vector<forms::Fault> faults;
};
std::optional<FaultyStep> first_faulty_step(const forms::Form& form, const forms::Answers& answers);

const forms::Step& step_at(const forms::Form& form, int step);

}  // namespace lotsen::app
