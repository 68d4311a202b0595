#include "services/backend/cases/register_submission.h"

#include "services/backend/cases/answers_json.h"
#include "services/forms/engine.h"
#include "services/sealing/signing.h"

namespace lotsen::cases {
namespace {

template <class T>
using Or = tl::expected<T, Refusal>;

tl::unexpected<Refusal> refuse(Refused reason) {
  return tl::unexpected(Refusal{reason});
}

// A structured-field string (RFC 8941) or the bare id.
std::string_view unquoted(std::string_view key) {
  const bool quoted = key.size() >= 2 && key.front() == '"' && key.back() == '"';
  return quoted ? key.substr(1, key.size() - 2) : key;
}

Refused reason_of(const Error& error) {
  if (error.code == ErrorCode::forbidden) return Refused::sealed_to_another_key;
  return error.code == ErrorCode::bad_input ? Refused::head_differs : Refused::seal_broken;
}

Refused reason_of_kiosk(const std::string& key_text) {
  return key_text.empty() ? Refused::kiosk_unknown : Refused::signature_wrong;
}

}  // namespace

Or<Prepared> RegisterSubmission::prepare(const Arrived& arrived) const {
  if (!arrived.idempotency_key) return refuse(Refused::key_missing);
  Result<sealing::Envelope> head = sealing::read_envelope(arrived.body);
  if (!head) return refuse(Refused::not_an_envelope);
  if (unquoted(*arrived.idempotency_key) != head->id.value) return refuse(Refused::key_differs);

  Prepared prepared{{}, sealing::digest(arrived.body), {}, refuse(Refused::kiosk_unknown)};
  const std::optional<fleet::KioskKey> kiosk = kiosks_.find(head->kiosk);
  if (kiosk) {
    prepared.key_text = kiosk->text;
    const bool holds = sealing::signature_holds(arrived.body, arrived.signature, kiosk->key);
    prepared.outcome = holds ? open_and_check(*head, prepared.digest) : refuse(Refused::signature_wrong);
  }
  head->sealed.clear();
  prepared.head = std::move(*head);
  return prepared;
}

Or<store::NewCase> RegisterSubmission::open_and_check(const sealing::Envelope& head,
                                                      const std::string& digest) const {
  const forms::Form* form = forms_.find(head.form, head.form_version);
  if (form == nullptr) return refuse(Refused::form_version_unknown);
  const Result<Submission> submission = sealing::open(head, keys_);
  if (!submission) return refuse(reason_of(submission.error()));
  std::vector<forms::Fault> faults = forms::check(*form, submission->answers);
  if (!faults.empty()) return tl::unexpected(Refusal{Refused::answers_wrong, std::move(faults)});
  return new_case(*submission, head.kiosk, digest);
}

store::NewCase RegisterSubmission::new_case(const Submission& submission, const KioskId& kiosk,
                                            const std::string& digest) const {
  Receipt receipt{submission.id, submission.reference, digest, clock_.utc_ms(), {}};
  sealing::sign(receipt, keys_);
  return {.submission = submission.id,
          .digest = digest,
          .reference = submission.reference,
          .access_code_hash = sealing::access_code_hash(submission.reference, submission.access_code),
          .kiosk = kiosk,
          .form = submission.form,
          .form_version = submission.form_version,
          .language = submission.language,
          .created = submission.created,
          .received = receipt.received,
          .answers = answers_to_json(submission.answers),
          .receipt = to_json(receipt)};
}

// A signature was checked against a key from memory; the row decides.
std::optional<Settled> RegisterSubmission::check_kiosk(const std::optional<store::KioskRow>& row,
                                                       const Prepared& prepared) const {
  const std::string key_text = row ? row->public_key : std::string();
  if (key_text != prepared.key_text) {
    row ? kiosks_.remember(*row) : kiosks_.forget(prepared.head.kiosk);
    return KeyStale{};
  }
  const bool refused_for_kiosk =
      !prepared.outcome && prepared.outcome.error().reason == reason_of_kiosk(prepared.key_text);
  if (refused_for_kiosk) return prepared.outcome.error();
  return std::nullopt;
}

Result<Settled> RegisterSubmission::settle(store::Store& store, const Prepared& prepared) const {
  const auto kiosk = store.find_kiosk(prepared.head.kiosk);
  if (!kiosk) return tl::unexpected(kiosk.error());
  if (const auto settled = check_kiosk(*kiosk, prepared)) return *settled;

  std::optional<store::KnownSubmission> known;
  if (prepared.outcome) {
    const Result<store::Registered> registered = store.register_case(*prepared.outcome);
    if (!registered) return tl::unexpected(registered.error());
    if (std::holds_alternative<store::Inserted>(*registered)) return Answer{prepared.outcome->receipt, false};
    if (std::holds_alternative<store::ReferenceTaken>(*registered)) return Refusal{Refused::reference_taken};
    known = std::get<store::KnownSubmission>(*registered);
  } else {
    // Registered long ago, perhaps before a key was changed: the first receipt still counts.
    const auto found = store.find_submission(prepared.head.id);
    if (!found) return tl::unexpected(found.error());
    if (!*found) return prepared.outcome.error();
    known = *found;
  }
  if (known->digest != prepared.digest) return Refusal{Refused::body_differs};
  return Answer{known->receipt, true};
}

}  // namespace lotsen::cases
