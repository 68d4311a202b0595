#include "services/forms/meaning.h"

#include <algorithm>
#include <set>

namespace lotsen::forms {
namespace {

constexpr std::size_t kMostQuestions = 200;
// Sealed and in base64 the answers grow by a third, and an envelope may have 256 KiB. Nobody shall fill in a
// form for nothing.
constexpr std::size_t kMostAnswerBytes = 180 * 1024;

using Found = std::optional<MeaningFault>;

// What the longest right answer takes in a submission, with its question's id.
std::size_t most_bytes(const Question& question) {
  constexpr std::size_t kShort = 300;  // an option, a phone number, an e-mail address
  const auto* text = std::get_if<TextKind>(&question.kind);
  const std::size_t answer = text == nullptr ? kShort : 4 * static_cast<std::size_t>(text->max_length);
  return question.id.value.size() + answer;
}

// Walks the form in order, so that "before" means what was walked already.
class Walk {
 public:
  explicit Walk(const Form& form) : form_(form) {}

  Found find() {
    if (form_.steps.empty()) return MeaningFault{"/steps", "needs at least one step"};
    for (std::size_t s = 0; s < form_.steps.size(); ++s) {
      const Step& step = form_.steps[s];
      const std::string place = "/steps/" + std::to_string(s);
      if (!step_ids_.insert(step.id).second)
        return MeaningFault{place + "/id", "is used by another step; choose another"};
      if (step.questions.empty()) return MeaningFault{place + "/questions", "needs at least one question"};
      for (std::size_t q = 0; q < step.questions.size(); ++q) {
        if (Found found = question(step.questions[q], place + "/questions/" + std::to_string(q)))
          return found;
      }
    }
    return {};
  }

 private:
  Found question(const Question& question, const std::string& place) {
    if (before_.size() == kMostQuestions) return MeaningFault{place, "is one question too many; at most 200"};
    if (question.show_when) {
      if (Found found = condition(*question.show_when, place + "/show_when")) return found;
    }
    if (const auto* choice = std::get_if<ChoiceKind>(&question.kind)) {
      if (Found found = options(*choice, place + "/options")) return found;
    }
    if (find(question.id) != nullptr)
      return MeaningFault{place + "/id", "is used by another question; choose another"};
    answer_bytes_ += most_bytes(question);
    if (answer_bytes_ > kMostAnswerBytes)
      return MeaningFault{place, "makes the answers too long to send; lower max_length here or before"};
    before_.push_back(&question);
    return {};
  }

  static Found options(const ChoiceKind& choice, const std::string& place) {
    if (choice.options.size() < 2) return MeaningFault{place, "needs at least two options"};
    std::set<std::string> ids;
    for (const Option& option : choice.options) {
      if (!ids.insert(option.id.value).second)
        return MeaningFault{place, "has \"" + option.id.value + "\" twice; option ids must differ"};
    }
    return {};
  }

  Found condition(const Condition& condition, const std::string& place) {
    return std::visit([&](const auto& rule) { return check(rule, place); }, condition.rule);
  }
  Found check(const AnyOf& rule, const std::string& place) {
    return target(rule.question, rule.values, place);
  }
  Found check(const NoneOf& rule, const std::string& place) {
    return target(rule.question, rule.values, place);
  }
  Found check(const All& rule, const std::string& place) { return parts(rule.parts, place + "/all"); }
  Found check(const Any& rule, const std::string& place) { return parts(rule.parts, place + "/any"); }

  Found parts(const std::vector<Condition>& parts, const std::string& place) {
    if (parts.empty()) return MeaningFault{place, "needs at least one condition"};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (Found found = condition(parts[i], place + "/" + std::to_string(i))) return found;
    }
    return {};
  }

  Found target(const QuestionId& id, const std::vector<std::string>& values, const std::string& place) {
    const Question* asked = find(id);
    if (asked == nullptr)
      return MeaningFault{place + "/question", "there is no question \"" + id.value + "\" before this one"};
    if (values.empty()) return MeaningFault{place, "needs at least one option to compare with"};
    const auto* choice = std::get_if<ChoiceKind>(&asked->kind);
    // Typed text is never compared: nobody types exactly what a form expects.
    if (choice == nullptr)
      return MeaningFault{place + "/question",
                          "the question \"" + id.value + "\" is no choice; point at one"};
    for (const std::string& value : values) {
      if (std::ranges::find(choice->options, OptionId{value}, &Option::id) == choice->options.end())
        return MeaningFault{place, "the question \"" + id.value + "\" has no option \"" + value + "\""};
    }
    return {};
  }

  const Question* find(const QuestionId& id) const {
    const auto found = std::ranges::find(before_, id, &Question::id);
    return found == before_.end() ? nullptr : *found;
  }

  const Form& form_;
  std::set<std::string> step_ids_;
  std::vector<const Question*> before_;
  std::size_t answer_bytes_ = 0;
};

}  // namespace

std::optional<MeaningFault> find_meaning_fault(const Form& form) {
  return Walk(form).find();
}

}  // namespace lotsen::forms
