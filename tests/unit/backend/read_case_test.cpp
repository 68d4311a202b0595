#include "services/backend/cases/read_case.h"

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
  CaseReference reference = new_case_reference();
  Secret code{"4F7K-22MN"};
  ReadCase read_case{forms, {.tries_by_reference = 3, .tries_by_peer = 6, .window_ms = 900'000}, clock};

  Fixture() {
    forms.add({tests::sample_form(), "digest", "{}"});
    store::NewCase c;
    c.submission = {"id"};
    c.reference = reference;
    c.access_code_hash = sealing::access_code_hash(reference, code);
    c.form = {"sample"};
    c.form_version = 7;
    c.language = "en";
    REQUIRE(store.register_case(c));
  }
  CaseAnswer ask(const std::string& asked, std::string_view typed, const std::string& peer = "192.0.2.1") {
    return read_case.run(store, {asked, Secret(typed), peer}).value();
  }
  bool nothing(const CaseAnswer& answer) const { return std::holds_alternative<NoSuchCase>(answer); }
};

}  // namespace

TEST_CASE("reference and code together open a case, in the visitor's language") {
  Fixture f;
  const CaseAnswer answer = f.ask(f.reference.value, "4f7k 22mn");
  REQUIRE(std::holds_alternative<CaseView>(answer));
  CHECK(std::get<CaseView>(answer).title == "Sample (en)");
  CHECK(std::get<CaseView>(answer).row.reference == f.reference);
}

TEST_CASE("a wrong code, no code and an unknown reference get the same answer") {
  Fixture f;
  CHECK(f.nothing(f.ask(f.reference.value, "0000-0000")));
  CHECK(f.nothing(f.ask(f.reference.value, "")));
  CHECK(f.nothing(f.ask(new_case_reference().value, "4F7K-22MN")));
  CHECK(f.nothing(f.ask("no reference at all", "4F7K-22MN")));
}

TEST_CASE("after too many wrong codes a case is closed for a while, also to the right one") {
  Fixture f;
  for (int i = 0; i < 3; ++i) CHECK(f.nothing(f.ask(f.reference.value, "0000-0000", std::to_string(i))));
  const CaseAnswer locked = f.ask(f.reference.value, "4F7K-22MN", "another");
  REQUIRE(std::holds_alternative<Locked>(locked));
  CHECK(std::get<Locked>(locked).retry_after_s == 900);
  f.clock.advance_ms(900'000);
  CHECK(std::holds_alternative<CaseView>(f.ask(f.reference.value, "4F7K-22MN", "another")));
}

TEST_CASE("an unknown reference is closed just like a known one, so that closing tells nothing") {
  Fixture f;
  const std::string unknown = new_case_reference().value;
  for (int i = 0; i < 3; ++i) f.ask(unknown, "0000-0000", std::to_string(i));
  CHECK(std::holds_alternative<Locked>(f.ask(unknown, "0000-0000", "another")));
}

TEST_CASE("an address that tries many cases is stopped, others are not") {
  Fixture f;
  for (int i = 0; i < 6; ++i) CHECK(f.nothing(f.ask(new_case_reference().value, "0000-0000")));
  CHECK(std::holds_alternative<Locked>(f.ask(f.reference.value, "4F7K-22MN")));
  CHECK(std::holds_alternative<CaseView>(f.ask(f.reference.value, "4F7K-22MN", "192.0.2.2")));
}

TEST_CASE("writing a reference in another way does not give more tries") {
  Fixture f;
  std::string lower = f.reference.value;
  for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (int i = 0; i < 3; ++i) f.ask(i % 2 == 0 ? lower : f.reference.value, "0000-0000", std::to_string(i));
  CHECK(std::holds_alternative<Locked>(f.ask(f.reference.value, "4F7K-22MN", "another")));
}

}  // namespace lotsen::cases
