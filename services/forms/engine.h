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
  unreadable,  // not UTF-8, control characters, a line break in a text of one line, or several texts where
               // one was asked for; only from the wire
  unknown_question,  // there is none, or it is not asked with these answers; only from the wire
};

struct Fault {
  QuestionId question;
  FaultCode code;
  int limit = 0;  // too_long: the most characters allowed
  bool operator==(const Fault&) const = default;
};

// A condition looks at questions before its own (parse_form sees to that) and counts an answer only when its
// question is itself asked. Each of these walks the form once: 200 questions with 300 conditions take well
// under a millisecond.
bool is_asked(const Form& form, const Question& question, const Answers& answers);
std::vector<const Question*> asked_questions(const Form& form, const Step& step, const Answers& answers);

// Faults of the questions that are asked, in form order.
std::vector<Fault> check(const Form& form, const Step& step, const Answers& answers);

// The whole form as to_send leaves it, for who trusts nothing: also answers that nobody asked for.
std::vector<Fault> check(const Form& form, const Answers& answers);

// What is sent: trimmed, without empty answers and answers to questions that are not asked.
Answers to_send(const Form& form, const Answers& answers);

// An answer as people read it: the option's label, a phone number in groups ("070-174 06 05").
Secret shown(const Question& question, const Answer& answer, std::string_view language);

}  // namespace lotsen::forms
