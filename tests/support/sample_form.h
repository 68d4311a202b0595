// A small form built in code, with all that makes walking through forms hard: a question that shows only
// after an answer, and a step in which nothing may be asked.
//   0 what:    kind (lamp | road | other)
//   1 where:   location, mark (optional, only for lamps)
//   2 other:   describe (only for other)
//   3 contact: contact (sms | none), phone (only for sms)
#pragma once
#include <initializer_list>
#include <string>
#include <utility>

#include "services/forms/form.h"

namespace lotsen::tests {

inline forms::LocalizedText sample_text(const std::string& swedish) {
  return {{{"sv", swedish}, {"en", swedish + " (en)"}}};
}

inline forms::Question sample_question(const std::string& id, forms::QuestionKind kind) {
  forms::Question question;
  question.id = QuestionId{id};
  question.label = sample_text(id);
  question.kind = std::move(kind);
  return question;
}

inline forms::ChoiceKind sample_choice(std::initializer_list<const char*> options) {
  forms::ChoiceKind choice;
  for (const char* option : options) choice.options.push_back({OptionId{option}, sample_text(option)});
  return choice;
}

inline forms::Question shown_when(forms::Question question, const std::string& other,
                                  const std::string& value) {
  question.show_when = forms::Condition{forms::AnyOf{QuestionId{other}, {value}}};
  return question;
}

inline forms::Form sample_form(const std::string& id = "sample") {
  forms::Question mark = shown_when(sample_question("mark", forms::TextKind{}), "kind", "lamp");
  mark.required = false;
  forms::Form form;
  form.id = FormId{id};
  form.version = 7;
  form.title = sample_text("Sample");
  form.steps = {
      {"what", sample_text("What"), {sample_question("kind", sample_choice({"lamp", "road", "other"}))}},
      {"where", sample_text("Where"), {sample_question("location", forms::TextKind{false, 20}), mark}},
      {"other",
       sample_text("Other"),
       {shown_when(sample_question("describe", forms::TextKind{true, 100}), "kind", "other")}},
      {"contact",
       sample_text("Contact"),
       {sample_question("contact", sample_choice({"sms", "none"})),
        shown_when(sample_question("phone", forms::PhoneKind{}), "contact", "sms")}},
  };
  return form;
}

}  // namespace lotsen::tests
