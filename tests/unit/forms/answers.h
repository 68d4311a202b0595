// Answers as tests write them, and the faults of a check as text: "phone missing".
#pragma once
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "services/forms/engine.h"

namespace lotsen::tests {

inline forms::Answers answers(std::initializer_list<std::pair<const char*, const char*>> typed) {
  forms::Answers all;
  for (const auto& [question, value] : typed) all[QuestionId{question}].values.emplace_back(value);
  return all;
}

inline std::string word(forms::FaultCode code) {
  switch (code) {
    case forms::FaultCode::missing:
      return "missing";
    case forms::FaultCode::too_long:
      return "too_long";
    case forms::FaultCode::not_an_option:
      return "not_an_option";
    case forms::FaultCode::not_a_phone_number:
      return "not_a_phone_number";
    case forms::FaultCode::not_an_email:
      return "not_an_email";
    case forms::FaultCode::unreadable:
      return "unreadable";
    case forms::FaultCode::unknown_question:
      return "unknown_question";
  }
  return "";
}

using Words = std::vector<std::string>;

inline Words words(const std::vector<forms::Fault>& faults) {
  Words all;
  for (const forms::Fault& fault : faults) all.push_back(fault.question.value + " " + word(fault.code));
  return all;
}

}  // namespace lotsen::tests
