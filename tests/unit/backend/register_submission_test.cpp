#include "services/backend/cases/register_submission.h"

#include <nlohmann/json.hpp>

#include "services/sealing/signing.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/sealed_samples.h"

namespace lotsen::cases {
namespace {

struct Fixture {
  tests::ManualClock clock;
  tests::MemoryStore store;
  publishing::FormArchive forms;
  fleet::KioskKeys kiosks;
  forms::Form form = tests::sample_form();
  sealing::BackendSecretKeys keys = tests::fresh_backend_keys();
  sealing::KioskSecretKey kiosk_key = tests::fresh_kiosk_key();
  RegisterSubmission use_case{forms, keys, kiosks, clock};

  Fixture() {
    forms.add({form, "digest", "{}"});
    enrol(kiosk_key);
  }
  void enrol(const sealing::KioskSecretKey& key) {
    REQUIRE(store.put_kiosk({{"kiosk-1"}, sealing::to_text(sealing::public_key(key))}, 1));
  }
  Arrived sealed(const Submission& submission) const {
    const auto envelope = sealing::seal(submission, {"kiosk-1"}, kiosk_key, keys.public_keys);
    return {envelope.body, '"' + submission.id.value + '"', envelope.signature};
  }
  Submission sample() const { return tests::sample_submission(form); }

  // As the api does it: prepare, settle in a commit, again when the key was stale.
  Settled run(const Arrived& arrived) {
    for (int round = 0; round < 3; ++round) {
      const auto prepared = use_case.prepare(arrived);
      if (!prepared) return prepared.error();
      Settled settled;
      const store::Store::Change change = [&]() -> Result<void> {
        settled = use_case.settle(store, *prepared).value();
        return {};
      };
      REQUIRE(store.commit({&change, 1}));
      if (!std::holds_alternative<KeyStale>(settled)) return settled;
    }
    FAIL("the key stays stale");
    return KeyStale{};
  }
  Answer accepted(const Arrived& arrived) {
    const Settled settled = run(arrived);
    REQUIRE(std::holds_alternative<Answer>(settled));
    return std::get<Answer>(settled);
  }
  Refusal refused(const Arrived& arrived) {
    const Settled settled = run(arrived);
    REQUIRE(std::holds_alternative<Refusal>(settled));
    return std::get<Refusal>(settled);
  }
  std::int64_t cases() { return store.count_cases().value(); }
};

}  // namespace

TEST_CASE("a right submission becomes a case with a receipt that the kiosk can check") {
  Fixture f;
  const Submission submission = f.sample();
  const Arrived arrived = f.sealed(submission);
  const Answer answer = f.accepted(arrived);
  CHECK_FALSE(answer.repeated);
  const Receipt receipt = receipt_from_json(answer.receipt).value();
  CHECK(sealing::receipt_holds(receipt, f.keys.public_keys));
  CHECK(receipt.id == submission.id);
  CHECK(receipt.reference == submission.reference);
  CHECK(receipt.digest == sealing::digest(arrived.body));
  CHECK(receipt.received == f.clock.utc_ms());

  const auto row = f.store.find_case(submission.reference).value();
  REQUIRE(row);
  CHECK(row->access_code_hash == sealing::access_code_hash(submission.reference, submission.access_code));
  const auto answers = nlohmann::json::parse(f.store.answers_of(submission.reference));
  CHECK(answers ==
        nlohmann::json::parse(R"({"contact":["none"],"kind":["lamp"],"location":["Storgatan 12"]})"));
}

TEST_CASE("a repeat gets the first receipt, byte for byte, whatever time it is") {
  Fixture f;
  const Arrived arrived = f.sealed(f.sample());
  const Answer first = f.accepted(arrived);
  f.clock.advance_ms(60'000);
  const Answer second = f.accepted(arrived);
  CHECK(second.repeated);
  CHECK(second.receipt == first.receipt);
  CHECK(f.cases() == 1);
}

TEST_CASE("the idempotency key may be bare, but must be there and be the envelope's id") {
  Fixture f;
  const Submission submission = f.sample();
  Arrived arrived = f.sealed(submission);
  arrived.idempotency_key = std::nullopt;
  CHECK(f.refused(arrived).reason == Refused::key_missing);
  arrived.idempotency_key = random_uuid();
  CHECK(f.refused(arrived).reason == Refused::key_differs);
  arrived.idempotency_key = submission.id.value;
  CHECK_FALSE(f.accepted(arrived).repeated);
}

TEST_CASE("the same id with another body is refused, and the case stays as it was") {
  Fixture f;
  Submission submission = f.sample();
  const Answer first = f.accepted(f.sealed(submission));
  submission.answers[{"location"}] = {{Secret("Kungsgatan 1")}};
  CHECK(f.refused(f.sealed(submission)).reason == Refused::body_differs);
  CHECK(f.cases() == 1);
  CHECK(f.store.find_submission(submission.id).value()->receipt == first.receipt);
}

TEST_CASE("a reference that another submission has is refused") {
  Fixture f;
  const Submission first = f.sample();
  f.accepted(f.sealed(first));
  Submission second = f.sample();
  second.reference = first.reference;
  CHECK(f.refused(f.sealed(second)).reason == Refused::reference_taken);
}

TEST_CASE("a stranger's submission is refused, and a kiosk's counts from the moment it is registered") {
  Fixture f;
  const Submission submission = f.sample();
  const auto envelope = sealing::seal(submission, {"kiosk-2"}, f.kiosk_key, f.keys.public_keys);
  const Arrived arrived{envelope.body, submission.id.value, envelope.signature};
  CHECK(f.refused(arrived).reason == Refused::kiosk_unknown);
  REQUIRE(f.store.put_kiosk({{"kiosk-2"}, sealing::to_text(sealing::public_key(f.kiosk_key))}, 1));
  CHECK_FALSE(f.accepted(arrived).repeated);
}

TEST_CASE("a body that was changed on its way does not pass its signature") {
  Fixture f;
  const Submission submission = f.sample();
  Arrived arrived = f.sealed(submission);
  arrived.signature = sealing::sign_body(arrived.body + " ", f.kiosk_key);
  CHECK(f.refused(arrived).reason == Refused::signature_wrong);
  arrived.signature.clear();
  CHECK(f.refused(arrived).reason == Refused::signature_wrong);
  CHECK(f.cases() == 0);
}

TEST_CASE("a key that was replaced counts at once, for the old and for the new") {
  Fixture f;
  f.accepted(f.sealed(f.sample()));  // the key is remembered now
  const Arrived by_old = f.sealed(f.sample());
  f.kiosk_key = tests::fresh_kiosk_key();
  const Arrived by_new = f.sealed(f.sample());
  f.enrol(f.kiosk_key);
  CHECK(f.refused(by_old).reason == Refused::signature_wrong);
  CHECK_FALSE(f.accepted(by_new).repeated);
}

TEST_CASE("a submission is checked against the version it was filled in with") {
  Fixture f;
  forms::Form stricter = f.form;
  stricter.version = 8;
  stricter.steps[1].questions[0].kind = forms::TextKind{false, 3};
  f.forms.add({stricter, "digest", "{}"});
  CHECK_FALSE(f.accepted(f.sealed(f.sample())).repeated);

  Submission newer = f.sample();
  newer.form_version = 8;
  const Refusal refusal = f.refused(f.sealed(newer));
  REQUIRE(refusal.reason == Refused::answers_wrong);
  REQUIRE(refusal.faults.size() == 1);
  CHECK(refusal.faults[0].question == QuestionId{"location"});
  CHECK(refusal.faults[0].code == forms::FaultCode::too_long);

  Submission unknown = f.sample();
  unknown.form_version = 9;
  CHECK(f.refused(f.sealed(unknown)).reason == Refused::form_version_unknown);
}

TEST_CASE("what is sealed to a key of others, or broken, or says otherwise than its head, is refused") {
  Fixture f;
  const Submission submission = f.sample();
  const auto body_with = [&](const char* field, const nlohmann::json& value) -> Arrived {
    auto json = nlohmann::ordered_json::parse(f.sealed(submission).body);
    json[field] = value;
    const std::string body = json.dump();
    return {body, submission.id.value, sealing::sign_body(body, f.kiosk_key)};
  };
  CHECK(f.refused(body_with("key_id", "0123456789abcdef")).reason == Refused::sealed_to_another_key);
  CHECK(f.refused(body_with("sealed", std::string(1600, 'A'))).reason == Refused::seal_broken);
  CHECK(f.refused(body_with("reference", new_case_reference().value)).reason == Refused::head_differs);
  CHECK(f.refused({"{}", submission.id.value, "x"}).reason == Refused::not_an_envelope);
  CHECK(f.cases() == 0);
}

TEST_CASE("a submission that was registered is answered by its receipt even when the key is gone since") {
  Fixture f;
  const Arrived arrived = f.sealed(f.sample());
  const Answer first = f.accepted(arrived);
  f.keys = tests::fresh_backend_keys();
  const Answer again = f.accepted(arrived);
  CHECK(again.repeated);
  CHECK(again.receipt == first.receipt);
}

}  // namespace lotsen::cases
