// What every outbox promises, held against the real one and against the fake that other tests lean on.
#include "kiosk/outbox/sqlite_outbox.h"
#include "tests/support/catch.h"
#include "tests/support/fake_outbox.h"
#include "tests/support/manual_clock.h"
#include "tests/support/outbox_samples.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {
namespace {

class OnDisk {
 public:
  OnDisk() { open(); }
  outbox::Outbox& box() { return *outbox_; }
  void reopen() {
    outbox_.reset();
    open();
  }

 private:
  void open() {
    outbox::SqliteOutboxOptions options;
    options.ballast_bytes = 4096;
    options.min_free_bytes = 0;
    auto opened = outbox::open_outbox(folder_.path() / "outbox.db", options, clock_);
    REQUIRE(opened);
    REQUIRE_FALSE(opened->report.was_corrupt);
    outbox_ = std::move(opened->outbox);
  }
  TempFolder folder_;
  ManualClock clock_;
  std::unique_ptr<outbox::Outbox> outbox_;
};

class InMemory {
 public:
  outbox::Outbox& box() { return outbox_; }
  void reopen() {}

 private:
  FakeOutbox outbox_;
};

std::vector<std::string> pending_ids(outbox::Outbox& box, int limit = 100) {
  std::vector<std::string> ids;
  const std::vector<outbox::Record> records = box.pending(limit).value();
  for (const outbox::Record& record : records) ids.push_back(record.id.value);
  return ids;
}

std::vector<std::string> ids(std::initializer_list<int> numbers) {
  std::vector<std::string> texts;
  for (const int number : numbers) texts.push_back(sample_id(number).value);
  return texts;
}

ErrorCode code_of(const Result<void>& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

}  // namespace

TEMPLATE_TEST_CASE("A new outbox is empty and has room", "", OnDisk, InMemory) {
  TestType made;
  CHECK(made.box().pending(10).value().empty());
  CHECK(made.box().counts().value().pending == 0);
  CHECK(made.box().counts().value().quarantined == 0);
  CHECK_FALSE(made.box().counts().value().oldest_pending);
  CHECK(made.box().has_room().value());
}

TEMPLATE_TEST_CASE("A record comes out as it was put in, also after a restart", "", OnDisk, InMemory) {
  TestType made;
  const outbox::Record record = sample_record(7, GENERATE(20u, 5'000u, 64u * 1024u));
  REQUIRE(made.box().put(record));
  made.reopen();
  REQUIRE(made.box().find_pending(record.id).value());
  CHECK(equal(*made.box().find_pending(record.id).value(), record));
  CHECK(equal(made.box().pending(1).value().at(0), record));
}

TEMPLATE_TEST_CASE("Pending records come in the order they were put, as many as asked for", "", OnDisk,
                   InMemory) {
  TestType made;
  for (const int number : {3, 1, 2}) REQUIRE(made.box().put(sample_record(number)));
  made.reopen();
  CHECK(pending_ids(made.box()) == ids({3, 1, 2}));
  CHECK(pending_ids(made.box(), 2) == ids({3, 1}));
  CHECK(pending_ids(made.box(), 0).empty());
  CHECK(pending_ids(made.box(), -1).empty());
  CHECK(made.box().counts().value().oldest_pending == sample_record(3).created);
}

TEMPLATE_TEST_CASE("Putting the same record again changes nothing", "", OnDisk, InMemory) {
  TestType made;
  REQUIRE(made.box().put(sample_record(1)));
  CHECK(made.box().put(sample_record(1)));
  made.reopen();
  CHECK(made.box().put(sample_record(1)));
  CHECK(made.box().counts().value().pending == 1);
}

TEMPLATE_TEST_CASE("An id that is taken by another record is a conflict and the first one stays", "", OnDisk,
                   InMemory) {
  TestType made;
  const outbox::Record record = sample_record(1);
  REQUIRE(made.box().put(record));
  outbox::Record other = record;
  SECTION("with another body") {
    other.body += "x";
  }
  SECTION("with another signature") {
    other.signature += "x";
  }
  SECTION("with another reference") {
    other.reference.value += "x";
  }
  SECTION("with another time") {
    other.created += 1;
  }
  CHECK(code_of(made.box().put(other)) == ErrorCode::conflict);
  CHECK(equal(*made.box().find_pending(record.id).value(), record));
}

TEMPLATE_TEST_CASE("A record without id or body is refused", "", OnDisk, InMemory) {
  TestType made;
  outbox::Record record = sample_record(1);
  SECTION("id") {
    record.id = {};
  }
  SECTION("body") {
    record.body = {};
  }
  CHECK(code_of(made.box().put(record)) == ErrorCode::bad_input);
  CHECK(made.box().counts().value().pending == 0);
}

TEMPLATE_TEST_CASE("An acknowledged record is gone for good", "", OnDisk, InMemory) {
  TestType made;
  for (const int number : {1, 2}) REQUIRE(made.box().put(sample_record(number)));
  REQUIRE(made.box().acknowledge(receipt_for(sample_record(1))));
  made.reopen();
  CHECK(pending_ids(made.box()) == ids({2}));
  CHECK_FALSE(made.box().find_pending(sample_id(1)).value());
  SECTION("acknowledging it again is fine") {
    CHECK(made.box().acknowledge(receipt_for(sample_record(1))));
  }
  SECTION("putting it again does not bring it back") {
    CHECK(made.box().put(sample_record(1)));
  }
  SECTION("putting another under its id is a conflict") {
    outbox::Record other = sample_record(1);
    other.body += "x";
    CHECK(code_of(made.box().put(other)) == ErrorCode::conflict);
  }
  SECTION("it cannot be quarantined") {
    CHECK(code_of(made.box().quarantine(sample_id(1), "late")) == ErrorCode::not_found);
  }
  CHECK(pending_ids(made.box()) == ids({2}));
}

TEMPLATE_TEST_CASE("A stranger can neither be acknowledged nor quarantined", "", OnDisk, InMemory) {
  TestType made;
  REQUIRE(made.box().put(sample_record(1)));
  CHECK(code_of(made.box().acknowledge(receipt_for(sample_record(2)))) == ErrorCode::not_found);
  CHECK(code_of(made.box().quarantine(sample_id(2), "unknown")) == ErrorCode::not_found);
  CHECK(pending_ids(made.box()) == ids({1}));
}

TEMPLATE_TEST_CASE("A quarantined record blocks nobody and is kept", "", OnDisk, InMemory) {
  TestType made;
  for (const int number : {1, 2}) REQUIRE(made.box().put(sample_record(number)));
  REQUIRE(made.box().quarantine(sample_id(1), "422 unknown form"));
  made.reopen();
  CHECK(pending_ids(made.box()) == ids({2}));
  CHECK_FALSE(made.box().find_pending(sample_id(1)).value());
  CHECK(made.box().counts().value().quarantined == 1);
  CHECK(made.box().counts().value().pending == 1);
  CHECK(made.box().counts().value().oldest_pending == sample_record(2).created);
  SECTION("quarantining it again is fine") {
    CHECK(made.box().quarantine(sample_id(1), "again"));
  }
  SECTION("putting it again does not make it pending") {
    CHECK(made.box().put(sample_record(1)));
  }
  CHECK(made.box().counts().value().quarantined == 1);
  CHECK(made.box().counts().value().pending == 1);
}

TEMPLATE_TEST_CASE("A receipt that comes late ends a quarantine", "", OnDisk, InMemory) {
  TestType made;
  REQUIRE(made.box().put(sample_record(1)));
  REQUIRE(made.box().quarantine(sample_id(1), "refused"));
  REQUIRE(made.box().acknowledge(receipt_for(sample_record(1))));
  made.reopen();
  CHECK(made.box().counts().value().quarantined == 0);
  CHECK(made.box().counts().value().pending == 0);
}

}  // namespace lotsen::tests
