// Submission: a filled-in form on its way to the municipality; Receipt: the municipality's word that it has
// it. The wire JSON of both is the contract between kiosk and backend.
#pragma once
#include <string>
#include <string_view>

#include "services/core/clock.h"
#include "services/core/ids.h"
#include "services/core/result.h"
#include "services/core/secret.h"
#include "services/forms/form.h"

namespace lotsen {

struct Submission {
  SubmissionId id;          // the idempotency key
  CaseReference reference;  // made by the kiosk
  Secret access_code;       // shown on the receipt; reading the case needs it
  FormId form;
  int form_version = 0;
  std::string language;  // the language the visitor read, "sv"
  UtcMs created = 0;     // counts as the time of arrival (JO 3026-2019)
  forms::Answers answers;
};

// Signed by the backend (sealing/receipts.h) over id, reference, digest and time.
struct Receipt {
  SubmissionId id;
  CaseReference reference;
  std::string digest;  // lower-case hex SHA-256 of the request body it answers
  UtcMs received = 0;
  std::string signature;  // base64 Ed25519
  bool operator==(const Receipt&) const = default;
};

// The plain JSON inside a sealed envelope. Decoding takes any bytes; every field is required and checked.
Secret to_json(const Submission& submission);
Result<Submission> submission_from_json(std::string_view json);

std::string to_json(const Receipt& receipt);
Result<Receipt> receipt_from_json(std::string_view json);

}  // namespace lotsen
