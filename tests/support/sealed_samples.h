// Sealed submissions of sample_form, as a kiosk of the tests would send them.
#pragma once
#include "services/core/random.h"
#include "services/core/reference.h"
#include "services/sealing/envelope.h"
#include "tests/support/sample_form.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {

inline sealing::BackendSecretKeys fresh_backend_keys() {
  const TempFolder folder;
  return sealing::backend_keys(folder.path() / "backend.keys").value();
}

inline sealing::KioskSecretKey fresh_kiosk_key() {
  const TempFolder folder;
  return sealing::kiosk_key(folder.path() / "kiosk.key").value();
}

// Right in every way; with an id, reference and code of its own each time.
inline Submission sample_submission(const forms::Form& form, UtcMs created = 1'795'269'787'120) {
  Submission submission;
  submission.id = {random_uuid()};
  submission.reference = new_case_reference();
  submission.access_code = new_access_code();
  submission.form = form.id;
  submission.form_version = form.version;
  submission.language = "sv";
  submission.created = created;
  submission.answers[{"kind"}].values.emplace_back("lamp");
  submission.answers[{"location"}].values.emplace_back("Storgatan 12");
  submission.answers[{"contact"}].values.emplace_back("none");
  return submission;
}

}  // namespace lotsen::tests
