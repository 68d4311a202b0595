#include "services/forms/engine.h"

#include <algorithm>

#include "services/forms/checks.h"

namespace lotsen::forms {
namespace {

template <class... Cases>
struct Overloaded : Cases... {
  using Cases::operator()...;
};

const Answer* answer_to(const QuestionId& id, const Answers& answers) {
  const auto found = answers.find(id);
  return found == answers.end() || found->second.empty() ? nullptr : &found->second;
}

// An answer to a question that is itself not asked does not count. Conditions point backwards (checked at
// load), so this ends.
bool is_answered_by(const Form& form, const QuestionId& id, const std::vector<std::string>& values,
                    const Answers& answers) {
  const Question* question = find_question(form, id);
  const Answer* answer = answer_to(id, answers);
  if (question == nullptr || answer == nullptr || !is_asked(form, *question, answers)) return false;
  return std::ranges::any_of(answer->values, [&](const Secret& value) {
    return std::ranges::find(values, value.view()) != values.end();
  });
}

bool holds(const Form& form, const Condition& condition, const Answers& answers) {
  const auto part_holds = [&](const Condition& part) { return holds(form, part, answers); };
  return std::visit(
      Overloaded{
          [&](const AnyOf& rule) { return is_answered_by(form, rule.question, rule.values, answers); },
          [&](const NoneOf& rule) { return !is_answered_by(form, rule.question, rule.values, answers); },
          [&](const All& rule) { return std::ranges::all_of(rule.parts, part_holds); },
          [&](const Any& rule) { return std::ranges::any_of(rule.parts, part_holds); },
      },
      condition.rule);
}

using Found = std::optional<Fault>;

Found fault(const Question& question, FaultCode code, int limit = 0) { return Fault{question.id, code, limit}; }

Found check_text(const Question& question, const TextKind& kind, std::string_view text) {
  const std::optional<int> length = code_points(text);
  if (!length) return fault(question, FaultCode::unreadable);
  return *length > kind.max_length ? fault(question, FaultCode::too_long, kind.max_length) : Found();
}

Found check_option(const Question& question, const ChoiceKind& kind, std::string_view chosen) {
  const bool known = std::ranges::any_of(kind.options, [&](const Option& option) { return option.id.value == chosen; });
  return known ? Found() : fault(question, FaultCode::not_an_option);
}

Found check_question(const Question& question, const Answers& answers) {
  const Answer* answer = answer_to(question.id, answers);
  if (answer == nullptr || trimmed(answer->first()).empty())
    return question.required ? fault(question, FaultCode::missing) : Found();
  if (answer->values.size() != 1) return fault(question, FaultCode::unreadable);
  const std::string_view text = trimmed(answer->first());
  return std::visit(Overloaded{
                        [&](const TextKind& kind) { return check_text(question, kind, text); },
                        [&](const ChoiceKind& kind) { return check_option(question, kind, text); },
                        [&](const PhoneKind&) {
                          return is_phone_number(text) ? Found() : fault(question, FaultCode::not_a_phone_number);
                        },
                        [&](const EmailKind&) {
                          return is_email(text) ? Found() : fault(question, FaultCode::not_an_email);
                        },
                    },
                    question.kind);
}

}  // namespace

bool is_asked(const Form& form, const Question& question, const Answers& answers) {
  return !question.show_when || holds(form, *question.show_when, answers);
}

std::vector<const Question*> asked_questions(const Form& form, const Step& step, const Answers& answers) {
  std::vector<const Question*> asked;
  for (const Question& question : step.questions) {
    if (is_asked(form, question, answers)) asked.push_back(&question);
  }
  return asked;
}

std::vector<Fault> check(const Form& form, const Step& step, const Answers& answers) {
  std::vector<Fault> faults;
  for (const Question* question : asked_questions(form, step, answers)) {
    if (const Found found = check_question(*question, answers)) faults.push_back(*found);
  }
  return faults;
}

std::vector<Fault> check(const Form& form, const Answers& answers) {
  std::vector<Fault> faults;
  for (const Step& step : form.steps) {
    const std::vector<Fault> more = check(form, step, answers);
    faults.insert(faults.end(), more.begin(), more.end());
  }
  for (const auto& [id, answer] : answers) {
    if (find_question(form, id) == nullptr) faults.push_back({id, FaultCode::unknown_question});
  }
  return faults;
}

Answers to_send(const Form& form, const Answers& answers) {
  Answers sent;
  for (const auto& [id, answer] : answers) {
    const Question* question = find_question(form, id);
    if (question == nullptr || !is_asked(form, *question, answers)) continue;
    Answer kept;
    for (const Secret& value : answer.values) {
      const std::string_view text = trimmed(value.view());
      if (!text.empty()) kept.values.emplace_back(text);
    }
    if (!kept.empty()) sent.emplace(id, std::move(kept));
  }
  return sent;
}

Secret shown(const Question& question, const Answer& answer, std::string_view language) {
  return std::visit(Overloaded{
                        [&](const ChoiceKind& kind) {
                          Secret labels;
                          for (const Option& option : kind.options) {
                            const bool chosen = std::ranges::any_of(
                                answer.values, [&](const Secret& value) { return value.view() == option.id.value; });
                            if (!chosen) continue;
                            if (!labels.empty()) labels.append(", ");
                            labels.append(option.label.in(language));
                          }
                          return labels;
                        },
                        [&](const PhoneKind&) { return grouped_phone_number(answer.first()); },
                        [&](const TextKind&) { return Secret(trimmed(answer.first())); },
                        [&](const EmailKind&) { return Secret(trimmed(answer.first())); },
                    },
                    question.kind);
}

}  // namespace lotsen::forms
