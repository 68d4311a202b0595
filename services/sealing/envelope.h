// Envelope: what lies in the kiosk's outbox and goes over the wire. The answers are sealed to the backend's
// box key (libsodium sealed box) after padding to whole KiB, so that neither the kiosk nor its disk can read
// them again and their length tells little; the kiosk signs the body's exact bytes.
//
// Body (JSON, frozen once made: the idempotency key is bound to these bytes):
//   {"v":1,"key_id":"…","kiosk":"kiosk-1","submission_id":"…","reference":"SC-…","form":"fault_report",
//    "form_version":1,"created":"2026-11-21T14:03:07.120Z","sealed":"base64…"}
// HTTP: POST /v1/submissions, `Idempotency-Key: "<submission id>"`, `Lotsen-Signature: <base64 Ed25519>`.
// The plain text repeats id, reference, form, version and time: opening checks that they agree, since a
// sealed box authenticates nothing beside itself.
#pragma once
#include <string>
#include <string_view>

#include "services/sealing/keys.h"
#include "services/submission/submission.h"

namespace lotsen::sealing {

struct SealedEnvelope {
  std::string body;
  std::string signature;  // base64
};

struct Envelope {  // the readable head of a body
  std::string key_id;
  KioskId kiosk;
  SubmissionId id;
  CaseReference reference;
  FormId form;
  int form_version = 0;
  UtcMs created = 0;
  std::string sealed;  // bytes
};

SealedEnvelope seal(const Submission& submission, const KioskId& kiosk, const KioskSecretKey& kiosk_key,
                    const BackendPublicKeys& backend);

bool signature_holds(std::string_view body, std::string_view signature, const KioskPublicKey& kiosk);
Result<Envelope> read_envelope(std::string_view body);  // any bytes; bad_input
// forbidden when sealed to another key, corrupt when the seal is broken, bad_input when head and plain
// differ.
Result<Submission> open(const Envelope& envelope, const BackendSecretKeys& keys);

std::string digest(std::string_view body);  // lower-case hex SHA-256

}  // namespace lotsen::sealing
