// Why a submission is not registered. Each reason has a stable name, used in metrics, logs and problem ids.
#pragma once
#include <string_view>
#include <vector>

#include "services/forms/engine.h"

namespace lotsen::cases {

enum class Refused {
  not_an_envelope,
  key_missing,  // no Idempotency-Key
  key_differs,  // Idempotency-Key is not the envelope's submission id
  kiosk_unknown,
  signature_wrong,
  sealed_to_another_key,  // one the backend has not, or not any more
  seal_broken,
  head_differs,  // what is sealed is no submission, or says otherwise than the readable head
  form_version_unknown,
  answers_wrong,
  body_differs,     // the submission was registered with another body
  reference_taken,  // by another submission
};

std::string_view name_of(Refused reason);  // "not-an-envelope"

struct Refusal {
  Refused reason;
  std::vector<forms::Fault> faults = {};  // answers_wrong
};

}  // namespace lotsen::cases
