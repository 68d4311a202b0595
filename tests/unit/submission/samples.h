// A sound submission and receipt, as values and as the texts that the wire carries.
#pragma once
#include <string>

#include "services/core/reference.h"
#include "services/submission/submission.h"

namespace lotsen::tests {

inline Submission sample_submission() {
  Submission submission;
  submission.id = {"0b8f5c1e-6a3d-4f27-9c1b-2d4e6f8a0b1c"};
  submission.reference = new_case_reference();
  submission.access_code = new_access_code();
  submission.form = {"fault_report"};
  submission.form_version = 3;
  submission.language = "sv";
  submission.created = 1'795'270'987'120;
  submission.answers[{"location"}].values.emplace_back("Storgatan 12");
  submission.answers[{"kind"}].values.emplace_back("streetlight");
  return submission;
}

inline Receipt sample_receipt() {
  return {{"0b8f5c1e-6a3d-4f27-9c1b-2d4e6f8a0b1c"},
          new_case_reference(),
          std::string(64, 'a'),
          1'795'270'987'120,
          std::string(86, 'A') + "=="};
}

}  // namespace lotsen::tests
