#include "services/forms/engine.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "services/core/overloaded.h"
#include "services/forms/checks.h"

namespace lotsen::forms {
namespace {

// What is asked, in one walk through the form: conditions point backwards, so that all they ask about is
// known when they are reached. Following each condition to its question and on would double with every link
// of a chain. Form and answers outlive it.
class Asking {
 public:
  Asking(const Form& form, const Answers& answers) {
    for (const Step& step : form.steps) {
      for (const Question& question : step.questions) walk(question, answers);
    }
  }

  bool asks(const Question& question) const { return !question.show_when || holds(*question.show_when); }

 private:
  void walk(const Question& question, const Answers& answers) {
    if (!asks(question)) return;
    const auto answer = answers.find(question.id);
    if (answer != answers.end()) counted_.emplace(question.id.value, &answer->second);
  }

  bool holds(const Condition& condition) const {
    const auto part_holds = [this](const Condition& part) { return holds(part); };
    return std::visit(Overloaded{
                          [&](const AnyOf& rule) { return is_answered_by(rule.question, rule.values); },
                          [&](const NoneOf& rule) { return !is_answered_by(rule.question, rule.values); },
                          [&](const All& rule) { return std::ranges::all_of(rule.parts, part_holds); },
                          [&](const Any& rule) { return std::ranges::any_of(rule.parts, part_holds); },
                      },
                      condition.rule);
  }

  // Trimmed, as it will be sent: the backend must see the same questions asked.
  bool is_answered_by(const QuestionId& id, const std::vector<std::string>& values) const {
    const auto found = counted_.find(id.value);
    if (found == counted_.end()) return false;
    return std::ranges::any_of(found->second->values, [&](const Secret& value) {
      return std::ranges::find(values, trimmed(value.view())) != values.end();
    });
  }

  std::unordered_map<std::string_view, const Answer*> counted_;  // answers to questions that are asked
};

using Found = std::optional<Fault>;

Found fault(const Question& question, FaultCode code, int limit = 0) {
  return Fault{question.id, code, limit};
}

Found check_text(const Question& question, const TextKind& kind, std::string_view text) {
  const std::optional<int> length = code_points(text);
  const bool too_many_lines = !kind.many_lines && text.find('\n') != text.npos;
  if (!length || too_many_lines) return fault(question, FaultCode::unreadable);
  return *length > kind.max_length ? fault(question, FaultCode::too_long, kind.max_length) : Found();
}

Found check_option(const Question& question, const ChoiceKind& kind, std::string_view chosen) {
  const bool known =
      std::ranges::any_of(kind.options, [&](const Option& option) { return option.id.value == chosen; });
  return known ? Found() : fault(question, FaultCode::not_an_option);
}

Found check_value(const Question& question, std::string_view text) {
  return std::visit(Overloaded{
                        [&](const TextKind& kind) { return check_text(question, kind, text); },
                        [&](const ChoiceKind& kind) { return check_option(question, kind, text); },
                        [&](const PhoneKind&) {
                          return is_phone_number(text) ? Found()
                                                       : fault(question, FaultCode::not_a_phone_number);
                        },
                        [&](const EmailKind&) {
                          return is_email(text) ? Found() : fault(question, FaultCode::not_an_email);
                        },
                    },
                    question.kind);
}

Found check_question(const Question& question, const Answers& answers) {
  const auto answer = answers.find(question.id);
  // Before anything is said about the first: what stands behind it would be sent unchecked.
  if (answer != answers.end() && answer->second.values.size() > 1)
    return fault(question, FaultCode::unreadable);
  const std::string_view text =
      answer == answers.end() ? std::string_view() : trimmed(answer->second.first());
  if (text.empty()) return question.required ? fault(question, FaultCode::missing) : Found();
  return check_value(question, text);
}

void check_step(const Asking& asking, const Step& step, const Answers& answers, std::vector<Fault>& faults) {
  for (const Question& question : step.questions) {
    if (!asking.asks(question)) continue;
    if (Found found = check_question(question, answers)) faults.push_back(std::move(*found));
  }
}

Answer without_blanks(const Answer& answer) {
  Answer kept;
  for (const Secret& value : answer.values) {
    const std::string_view text = trimmed(value.view());
    if (!text.empty()) kept.values.emplace_back(text);
  }
  return kept;
}

Secret chosen_labels(const ChoiceKind& kind, const Answer& answer, std::string_view language) {
  Secret labels;
  for (const Option& option : kind.options) {
    const bool chosen = std::ranges::any_of(
        answer.values, [&](const Secret& value) { return trimmed(value.view()) == option.id.value; });
    if (!chosen) continue;
    if (!labels.empty()) labels.append(", ");
    labels.append(option.label.in(language));
  }
  return labels;
}

}  // namespace

bool is_asked(const Form& form, const Question& question, const Answers& answers) {
  return Asking(form, answers).asks(question);
}

std::vector<const Question*> asked_questions(const Form& form, const Step& step, const Answers& answers) {
  const Asking asking(form, answers);
  std::vector<const Question*> asked;
  for (const Question& question : step.questions) {
    if (asking.asks(question)) asked.push_back(&question);
  }
  return asked;
}

std::vector<Fault> check(const Form& form, const Step& step, const Answers& answers) {
  std::vector<Fault> faults;
  check_step(Asking(form, answers), step, answers, faults);
  return faults;
}

std::vector<Fault> check(const Form& form, const Answers& answers) {
  const Asking asking(form, answers);
  std::vector<Fault> faults;
  std::set<std::string_view> asked;
  for (const Step& step : form.steps) {
    check_step(asking, step, answers, faults);
    for (const Question& question : step.questions) {
      if (asking.asks(question)) asked.insert(question.id.value);
    }
  }
  for (const auto& [id, answer] : answers) {
    if (!asked.contains(id.value)) faults.push_back({id, FaultCode::unknown_question});
  }
  return faults;
}

Answers to_send(const Form& form, const Answers& answers) {
  const Asking asking(form, answers);
  Answers sent;
  for (const Step& step : form.steps) {
    for (const Question& question : step.questions) {
      const auto answer = answers.find(question.id);
      if (answer == answers.end() || !asking.asks(question)) continue;
      Answer kept = without_blanks(answer->second);
      if (!kept.empty()) sent.emplace(question.id, std::move(kept));
    }
  }
  return sent;
}

Secret shown(const Question& question, const Answer& answer, std::string_view language) {
  return std::visit(Overloaded{
                        [&](const ChoiceKind& kind) { return chosen_labels(kind, answer, language); },
                        [&](const PhoneKind&) { return grouped_phone_number(answer.first()); },
                        [&](const TextKind&) { return Secret(trimmed(answer.first())); },
                        [&](const EmailKind&) { return Secret(trimmed(answer.first())); },
                    },
                    question.kind);
}

}  // namespace lotsen::forms
