#include "services/forms/form.h"

#include <algorithm>

namespace lotsen::forms {

const std::string& LocalizedText::in(std::string_view language) const {
  static const std::string kNone;
  auto found = by_language.find(std::string(language));
  if (found == by_language.end()) found = by_language.find("sv");
  return found == by_language.end() ? kNone : found->second;
}

bool LocalizedText::has(std::string_view language) const {
  return by_language.contains(std::string(language));
}

bool Answer::empty() const {
  return std::ranges::all_of(values, [](const Secret& value) { return value.empty(); });
}

std::string_view Answer::first() const {
  return values.empty() ? std::string_view() : values.front().view();
}

const Question* find_question(const Form& form, const QuestionId& id) {
  for (const Step& step : form.steps) {
    const auto found = std::ranges::find(step.questions, id, &Question::id);
    if (found != step.questions.end()) return &*found;
  }
  return nullptr;
}

}  // namespace lotsen::forms
