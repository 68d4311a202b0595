// What every store promises, held against SQLite and against the fake that other tests lean on.
#include "services/backend/store/sqlite_store.h"
#include "tests/support/catch.h"
#include "tests/support/memory_store.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {
namespace {

using store::FormVersion;
using store::HelpCallRow;
using store::Inserted;
using store::KnownSubmission;
using store::NewCase;
using store::ReferenceTaken;
using store::Registered;

class OnDisk {
 public:
  OnDisk() { reopen(); }
  store::Store& store() { return *store_; }
  void reopen() {
    store_.reset();
    auto opened = store::open_sqlite_store(folder_.path());
    REQUIRE(opened);
    store_ = std::move(*opened);
  }

 private:
  TempFolder folder_;
  std::unique_ptr<store::Store> store_;
};

class InMemory {
 public:
  store::Store& store() { return store_; }
  void reopen() {}

 private:
  MemoryStore store_;
};

const FormVersion kForm{{"fault_report"}, 1, "d1", "{}"};

NewCase case_numbered(int number) {
  NewCase c;
  c.submission = {"id-" + std::to_string(number)};
  c.digest = "digest-" + std::to_string(number);
  c.reference = {"SC-" + std::to_string(number)};
  c.access_code_hash = "hash";
  c.kiosk = {"kiosk-1"};
  c.form = kForm.form;
  c.form_version = kForm.version;
  c.language = "sv";
  c.created = 900 + number;
  c.received = 1000 + number;
  c.answers = Secret(R"({"location":["Storgatan 12"]})");
  c.receipt = "receipt-" + std::to_string(number);
  return c;
}

template <class Work>
Result<void> committed(store::Store& store, Work work) {
  const store::Store::Change change = [&]() -> Result<void> {
    work();
    return {};
  };
  return store.commit({&change, 1});
}

void put_kiosk_and_form(store::Store& store) {
  REQUIRE(committed(store, [&] {
    REQUIRE(store.put_kiosk({{"kiosk-1"}, "key"}, 1));
    REQUIRE(store.publish_form(kForm, 1));
  }));
}

Registered register_one(store::Store& store, const NewCase& c) {
  Registered outcome;
  REQUIRE(committed(store, [&] { outcome = store.register_case(c).value(); }));
  return outcome;
}

}  // namespace

TEMPLATE_TEST_CASE("a case is kept, with its first event, and without being asked for its answers", "",
                   OnDisk, InMemory) {
  TestType on;
  put_kiosk_and_form(on.store());
  REQUIRE(std::holds_alternative<Inserted>(register_one(on.store(), case_numbered(1))));
  on.reopen();
  const auto row = on.store().find_case({"SC-1"}).value();
  REQUIRE(row);
  CHECK(row->access_code_hash == "hash");
  CHECK(row->form == FormId{"fault_report"});
  CHECK(row->form_version == 1);
  CHECK(row->language == "sv");
  CHECK(row->state == "registered");
  CHECK(row->received == 1001);
  CHECK(row->events == std::vector<store::CaseEvent>{{1001, "registered"}});
  CHECK_FALSE(on.store().find_case({"SC-2"}).value());
}

TEMPLATE_TEST_CASE("a submission registered twice is one case, and the second hears of the first", "", OnDisk,
                   InMemory) {
  TestType on;
  put_kiosk_and_form(on.store());
  register_one(on.store(), case_numbered(1));
  NewCase again = case_numbered(2);
  again.submission = {"id-1"};
  const Registered outcome = register_one(on.store(), again);
  REQUIRE(std::holds_alternative<KnownSubmission>(outcome));
  CHECK(std::get<KnownSubmission>(outcome).digest == "digest-1");
  CHECK(std::get<KnownSubmission>(outcome).receipt == "receipt-1");
  CHECK(on.store().count_cases().value() == 1);
  CHECK(on.store().find_submission({"id-1"}).value()->receipt == "receipt-1");
  CHECK_FALSE(on.store().find_submission({"id-2"}).value());
}

TEMPLATE_TEST_CASE("twins in one commit are one case", "", OnDisk, InMemory) {
  TestType on;
  put_kiosk_and_form(on.store());
  std::vector<Registered> outcomes;
  const store::Store::Change twin = [&]() -> Result<void> {
    outcomes.push_back(on.store().register_case(case_numbered(1)).value());
    return {};
  };
  const std::vector<store::Store::Change> both = {twin, twin};
  REQUIRE(on.store().commit(both));
  CHECK(std::holds_alternative<Inserted>(outcomes[0]));
  CHECK(std::holds_alternative<KnownSubmission>(outcomes[1]));
  CHECK(on.store().count_cases().value() == 1);
}

TEMPLATE_TEST_CASE("a reference belongs to the submission that had it first", "", OnDisk, InMemory) {
  TestType on;
  put_kiosk_and_form(on.store());
  register_one(on.store(), case_numbered(1));
  NewCase other = case_numbered(2);
  other.reference = {"SC-1"};
  CHECK(std::holds_alternative<ReferenceTaken>(register_one(on.store(), other)));
  CHECK(on.store().count_cases().value() == 1);
  CHECK_FALSE(on.store().find_submission({"id-2"}).value());
}

TEMPLATE_TEST_CASE("a change that fails is undone alone; the others of its commit stand", "", OnDisk,
                   InMemory) {
  TestType on;
  put_kiosk_and_form(on.store());
  const auto change = [&](int number, bool ok) -> store::Store::Change {
    return [&on, number, ok]() -> Result<void> {
      REQUIRE(on.store().register_case(case_numbered(number)));
      return ok ? Result<void>() : fail(ErrorCode::internal, "changed its mind");
    };
  };
  const std::vector<store::Store::Change> changes = {change(1, true), change(2, false), change(3, true)};
  REQUIRE(on.store().commit(changes));
  on.reopen();
  CHECK(on.store().find_case({"SC-1"}).value());
  CHECK_FALSE(on.store().find_case({"SC-2"}).value());
  CHECK(on.store().find_case({"SC-3"}).value());
}

TEMPLATE_TEST_CASE("a kiosk's key can be put, found and replaced", "", OnDisk, InMemory) {
  TestType on;
  REQUIRE(committed(on.store(), [&] { REQUIRE(on.store().put_kiosk({{"kiosk-1"}, "old"}, 1)); }));
  REQUIRE(committed(on.store(), [&] { REQUIRE(on.store().put_kiosk({{"kiosk-1"}, "new"}, 2)); }));
  on.reopen();
  CHECK(on.store().find_kiosk({"kiosk-1"}).value()->public_key == "new");
  CHECK_FALSE(on.store().find_kiosk({"kiosk-2"}).value());
}

TEMPLATE_TEST_CASE("every published version of a form is kept, and none can be changed", "", OnDisk,
                   InMemory) {
  TestType on;
  const FormVersion second{{"fault_report"}, 2, "d2", "{2}"};
  REQUIRE(committed(on.store(), [&] {
    REQUIRE(on.store().publish_form(second, 1));
    REQUIRE(on.store().publish_form(kForm, 1));
    REQUIRE(on.store().publish_form(kForm, 2));
    const auto changed = on.store().publish_form({{"fault_report"}, 1, "other", "{}"}, 3);
    REQUIRE_FALSE(changed);
    CHECK(changed.error().code == ErrorCode::conflict);
  }));
  on.reopen();
  CHECK(on.store().form_versions().value() == std::vector<FormVersion>{kForm, second});
}

TEMPLATE_TEST_CASE("a help call waits until the first acknowledgement, which counts", "", OnDisk, InMemory) {
  TestType on;
  put_kiosk_and_form(on.store());
  REQUIRE(committed(on.store(), [&] {
    REQUIRE(on.store().put_help_call({{"b"}, {"kiosk-1"}, 20, std::nullopt}));
    REQUIRE(on.store().put_help_call({{"a"}, {"kiosk-1"}, 30, std::nullopt}));
    const HelpCallRow again = on.store().put_help_call({{"a"}, {"kiosk-1"}, 99, std::nullopt}).value();
    CHECK(again.called == 30);
  }));
  on.reopen();
  const auto waiting = on.store().waiting_help_calls(10).value();
  REQUIRE(waiting.size() == 2);
  CHECK(waiting[0].id == HelpCallId{"b"});
  CHECK(on.store().waiting_help_calls(20).value().size() == 1);
  REQUIRE(committed(on.store(), [&] {
    REQUIRE(on.store().acknowledge_help_call({"a"}, 40));
    REQUIRE(on.store().acknowledge_help_call({"a"}, 50));
    CHECK(on.store().acknowledge_help_call({"x"}, 50).error().code == ErrorCode::not_found);
  }));
  CHECK(on.store().find_help_call({"a"}).value()->acknowledged == 40);
  CHECK_FALSE(on.store().find_help_call({"x"}).value());
  CHECK(on.store().waiting_help_calls(10).value().size() == 1);
}

TEMPLATE_TEST_CASE("a store that works says so", "", OnDisk, InMemory) {
  TestType on;
  CHECK(on.store().probe());
}

}  // namespace lotsen::tests
