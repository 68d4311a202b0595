#include "services/backend/cases/refusal.h"

namespace lotsen::cases {

std::string_view name_of(Refused reason) {
  switch (reason) {
    case Refused::not_an_envelope:
      return "not-an-envelope";
    case Refused::key_missing:
      return "idempotency-key-missing";
    case Refused::key_differs:
      return "idempotency-key-differs";
    case Refused::kiosk_unknown:
      return "kiosk-unknown";
    case Refused::signature_wrong:
      return "signature-wrong";
    case Refused::sealed_to_another_key:
      return "sealed-to-another-key";
    case Refused::seal_broken:
      return "seal-broken";
    case Refused::head_differs:
      return "head-differs";
    case Refused::form_version_unknown:
      return "unknown-form-version";
    case Refused::answers_wrong:
      return "answers-wrong";
    case Refused::body_differs:
      return "body-differs";
    case Refused::reference_taken:
      return "reference-taken";
  }
  return "";
}

}  // namespace lotsen::cases
