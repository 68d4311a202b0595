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

namespace {

// A text that is not there in any language needs no translation.
bool speaks_all(std::initializer_list<const LocalizedText*> texts, std::string_view language) {
  return std::ranges::all_of(
      texts, [&](const LocalizedText* text) { return text->by_language.empty() || text->has(language); });
}

bool speaks_question(const Question& question, std::string_view language) {
  const auto* choice = std::get_if<ChoiceKind>(&question.kind);
  return speaks_all({&question.label, &question.short_label, &question.hint, &question.missing}, language) &&
         (choice == nullptr || std::ranges::all_of(choice->options, [&](const Option& option) {
            return option.label.has(language);
          }));
}

bool speaks_step(const Step& step, std::string_view language) {
  return step.title.has(language) && std::ranges::all_of(step.questions, [&](const Question& question) {
           return speaks_question(question, language);
         });
}

}  // namespace

bool speaks(const Form& form, std::string_view language) {
  return speaks_all({&form.title, &form.summary, &form.department}, language) &&
         std::ranges::all_of(form.at_hand, [&](const LocalizedText& text) { return text.has(language); }) &&
         std::ranges::all_of(form.steps, [&](const Step& step) { return speaks_step(step, language); });
}

}  // namespace lotsen::forms
