// What is asked, and whether it is answered right. Pure.
#pragma once
#include <vector>

#include "services/forms/form.h"

namespace lotsen::forms {

// Why an answer cannot be sent. Screens have one sentence for each that says what to do.
enum class FaultCode {
  missing,
  too_long,
  not_an_option,
  not_a_phone_number,
  not_an_email,
  unreadable,  // not UTF-8, control characters, or several texts where one was asked for; only from the wire
  unknown_question,
};

struct Fault {
  QuestionId question;
  FaultCode code;
  int limit = 0;  // too_long: the most characters allowed
  bool operator==(const Fault&) const = default;
};

bool is_asked(const Form& form, const Question& question, const Answers& answers);
std::vector<const Question*> asked_questions(const Form& form, const Step& step, const Answers& answers);

// Faults of the questions that are asked, in form order.
std::vector<Fault> check(const Form& form, const Step& step, const Answers& answers);
std::vector<Fault> check(const Form& form, const Answers& answers);  // also unknown_question

// What is sent: trimmed, without empty answers and answers to questions that are not asked.
Answers to_send(const Form& form, const Answers& answers);

// An answer as people read it: the option's label, a phone number in groups ("070-174 06 05").
Secret shown(const Question& question, const Answer& answer, std::string_view language);

}  // namespace lotsen::forms
