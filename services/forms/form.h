// A form is data: one e-service, read from config/forms/<id>.json. The same C++ decides on the kiosk and in
// the backend what is asked and what is right. Values; free of threads and I/O.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "services/core/ids.h"
#include "services/core/secret.h"

namespace lotsen::forms {

// Texts by language code ("sv", "en", …). Swedish is always there; a form is refused at load without it.
struct LocalizedText {
  std::map<std::string, std::string> by_language;
  const std::string& in(std::string_view language) const;  // that language, else Swedish
  bool has(std::string_view language) const;
};

struct Option {
  OptionId id;
  LocalizedText label;
};

// Question kinds. A `std::visit` without a generic case finds every place a new kind must be handled.
struct TextKind {
  bool many_lines = false;
  int max_length = 200;  // grapheme-agnostic: Unicode code points
};
struct ChoiceKind {
  std::vector<Option> options;
};
struct PhoneKind {};  // Swedish or international, see checks.h
struct EmailKind {};
using QuestionKind = std::variant<TextKind, ChoiceKind, PhoneKind, EmailKind>;

// show_when: a question is asked only when this holds. Later kinds (more_than, less_than …) join the variant.
struct Condition;
struct AnyOf {
  QuestionId question;
  std::vector<std::string> values;  // holds when the question is asked and answered by one of these
};
struct NoneOf {
  QuestionId question;
  std::vector<std::string> values;
};
struct All {
  std::vector<Condition> parts;
};
struct Any {
  std::vector<Condition> parts;
};
struct Condition {
  std::variant<AnyOf, NoneOf, All, Any> rule;
};

struct Question {
  QuestionId id;
  LocalizedText label;
  LocalizedText short_label;  // for the check page ("Var"); label when empty
  LocalizedText hint;         // may be empty
  LocalizedText missing;      // what to do when it is required and empty; may be empty
  bool required = true;
  std::optional<Condition> show_when;
  QuestionKind kind;
};

// One page of questions.
struct Step {
  std::string id;
  LocalizedText title;
  std::vector<Question> questions;
};

struct Form {
  FormId id;
  int version = 1;
  int level = 3;             // maturity level 1–5
  LocalizedText title;       // "Felanmälan"
  LocalizedText summary;     // one sentence for the list of services
  LocalizedText department;  // "Tekniska förvaltningen"
  std::string case_type;     // label (etikett) for the case system, e.g. "teknik.felanmalan"
  int rosa = 1;              // ROSA complexity 1–6
  int minutes = 2;           // to fill in
  int handling_days = 0;     // working days in which the department usually answers; 0 = not promised
  int retention_days = 365;
  std::vector<LocalizedText> at_hand;
  std::vector<Step> steps;
};

// An answer as typed or chosen. Choices hold option ids. All of it belongs to the visitor.
struct Answer {
  std::vector<Secret> values;
  bool empty() const;
  std::string_view first() const;  // empty text when there is none
  bool operator==(const Answer&) const = default;
};
using Answers = std::map<QuestionId, Answer>;

// Whether every text of the form is there in that language.
bool speaks(const Form& form, std::string_view language);

const Question* find_question(const Form& form, const QuestionId& id);

}  // namespace lotsen::forms
