// RegisterSubmission: the use case behind POST /v1/submissions, in two halves. prepare() is the CPU work
// (signature, seal, checks, receipt) and runs on any thread; settle() is the effect and runs on the store
// thread inside a commit. What settle() says may only be told once that commit has succeeded.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "services/backend/cases/refusal.h"
#include "services/backend/fleet/kiosk_keys.h"
#include "services/backend/publishing/form_archive.h"
#include "services/backend/store/store.h"
#include "services/core/clock.h"
#include "services/sealing/envelope.h"

namespace lotsen::cases {

// As it came over the wire.
struct Arrived {
  std::string body;
  std::optional<std::string> idempotency_key;  // quoted or bare
  std::string signature;
};

// What prepare() found. Either `ready`, or a refusal that stands unless the submission is known already.
struct Prepared {
  sealing::Envelope head;  // without `sealed`
  std::string digest;
  std::string key_text;  // the kiosk's key that was checked against; empty: none was known
  tl::expected<store::NewCase, Refusal> outcome;
};

// What settle() found.
struct Answer {
  std::string receipt;  // JSON, signed
  bool repeated;        // registered before
};
struct KeyStale {};  // the kiosk's key is another one now: prepare again
using Settled = std::variant<Answer, Refusal, KeyStale>;

class RegisterSubmission {
 public:
  // All three outlive it.
  RegisterSubmission(const publishing::FormArchive& forms, const sealing::BackendSecretKeys& keys,
                     fleet::KioskKeys& kiosks, const Clock& clock)
      : forms_(forms), keys_(keys), kiosks_(kiosks), clock_(clock) {}

  // A refusal here needs no look into the store.
  tl::expected<Prepared, Refusal> prepare(const Arrived& arrived) const;

  Result<Settled> settle(store::Store& store, const Prepared& prepared) const;

 private:
  tl::expected<store::NewCase, Refusal> open_and_check(const sealing::Envelope& head,
                                                       const std::string& digest) const;
  store::NewCase new_case(const Submission& submission, const KioskId& kiosk,
                          const std::string& digest) const;
  std::optional<Settled> check_kiosk(const std::optional<store::KioskRow>& row,
                                     const Prepared& prepared) const;

  const publishing::FormArchive& forms_;
  const sealing::BackendSecretKeys& keys_;
  fleet::KioskKeys& kiosks_;
  const Clock& clock_;
};

}  // namespace lotsen::cases
