// The kiosk's disk, or the backend's, is full, read-only or damaged: a line in the log, a calm page that
// offers staff, nothing lost, and no restart needed once it is mended.
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/small_disk.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

namespace fs = std::filesystem;

const std::string kPlace = "Södra Kajen 3";

void left_out() {
  WARN("left out: mounting a small disk needs root");
}

// The calm page: what it says, staff offered, and home again.
void check_closed(Visitor& visitor) {
  visitor.does(
      "wait home.services 10s\npress home.services\nwait closed.heading 10s\nabsent q.kind.streetlight");
  Shown page = visitor.shown();
  CHECK(page["closed.heading"].label == "Just nu går det inte att lämna in ärenden här");
  CHECK(page["closed.desk"].label == "Disken finns till vänster om entrén.");
  CHECK(page.contains("help.staff"));
  visitor.does("press nav.next\nwait home.services");
  CHECK_FALSE(visitor.shown().contains("closed.heading"));
}

void check_sends(Site& site, Visitor& visitor, const std::string& place) {
  visitor.starts_fault_report();
  visitor.fills_in(place);
  visitor.does("press review.send\nexpect receipt.status \"Inskickat\" 15s");
  const std::string reference = reference_in(visitor.shown());
  CHECK(site.cases_with_reference(reference) == 1);
  visitor.finishes();
}

// Saved by a kiosk that has ended since.
std::string leave_one_waiting(Site& site) {
  Visitor visitor(site);
  visitor.starts_fault_report();
  visitor.fills_in(kPlace);
  visitor.does("offline\npress review.send\nexpect receipt.status \"Sparat\" 10s");
  const std::string reference = reference_in(visitor.shown());
  visitor.leaves();
  return reference;
}

}  // namespace

TEST_CASE("without room for a submission no form is begun, and staff are told and offered") {
  Site site;
  const SmallDisk disk(site.kiosk_data(), 2);
  if (!disk.is_there()) return left_out();
  site.start_backend();
  Visitor visitor(site);
  check_closed(visitor);
  visitor.kiosk().wait_for_line(" alarm ");
  visitor.does("press help.staff\nexpect help.status /fått veta/ 10s");
  visitor.shown();
  visitor.leaves();
}

TEST_CASE("a disk that fills up during a visit costs the visitor nothing but a second try") {
  Site site;
  SmallDisk disk(site.kiosk_data(), 64);
  if (!disk.is_there()) return left_out();
  site.start_backend();
  Visitor visitor(site);
  visitor.starts_fault_report();
  visitor.fills_in(kPlace);
  visitor.shown();
  disk.fill();
  visitor.does("press review.send\nwait saving.failed 10s");
  Shown page = visitor.shown();
  CHECK(page["saving.desk"].label == "Disken finns till vänster om entrén.");
  CHECK(page.contains("help.staff"));
  CHECK(visitor.kiosk().wait_for_line("alarm outbox.save_failed").find(kPlace) == std::string::npos);

  disk.clear();
  visitor.does("press review.send\nexpect receipt.status \"Inskickat\" 15s");
  const std::string reference = reference_in(visitor.shown());
  CHECK(site.cases_with_reference(reference) == 1);
  CHECK(site.cases_with_answer(kPlace) == 1);
  visitor.leaves();
}

TEST_CASE("a data directory that is read-only closes the forms until it is not") {
  Site site;
  SmallDisk disk(site.kiosk_data(), 64);
  if (!disk.is_there()) return left_out();
  site.start_backend();
  disk.set_read_only(true);
  Visitor visitor(site);
  check_closed(visitor);
  visitor.kiosk().wait_for_line("alarm store.closed");
  disk.set_read_only(false);
  check_sends(site, visitor, kPlace);
  visitor.leaves();
}

TEST_CASE("an outbox that cannot be opened closes the forms, and what waits in it is sent once it can") {
  Site site;
  site.start_backend();
  const std::string reference = leave_one_waiting(site);
  const fs::path outbox = site.kiosk_data() / "outbox.db";
  fs::rename(outbox, site.folder() / "outbox.db");
  fs::create_directory(outbox);
  Visitor visitor(site);
  check_closed(visitor);
  visitor.kiosk().wait_for_line("alarm store.closed");
  CHECK(site.cases() == 0);

  fs::remove(outbox);
  fs::rename(site.folder() / "outbox.db", outbox);
  CHECK(eventually([&] { return site.cases_with_reference(reference) == 1; }));
  check_sends(site, visitor, "Östra Torget 1");
  CHECK(site.cases() == 2);
  visitor.leaves();
}

TEST_CASE("a damaged outbox is moved aside and told of, and visitors are served") {
  Site site;
  site.start_backend();
  leave_one_waiting(site);
  const fs::path outbox = site.kiosk_data() / "outbox.db";
  std::ofstream(outbox, std::ios::binary | std::ios::trunc) << std::string(16'384, 'x');
  Visitor visitor(site);
  check_sends(site, visitor, "Östra Torget 2");
  visitor.kiosk().wait_for_line("alarm outbox.damaged");
  visitor.leaves();
}

TEST_CASE("without the backend's keys no form is begun, since nothing could be sealed") {
  Site site;
  site.start_backend();
  const fs::path keys = site.backend_data() / "backend.pub";
  fs::rename(keys, site.folder() / "backend.pub");
  Visitor visitor(site);
  check_closed(visitor);
  CHECK(visitor.kiosk().wait_for_line("alarm store.closed").find("backend.pub") != std::string::npos);
  fs::rename(site.folder() / "backend.pub", keys);
  check_sends(site, visitor, kPlace);
  visitor.leaves();
}

TEST_CASE("while the backend's disk is full the kiosk keeps the errand, and nothing is registered by half") {
  Site site;
  SmallDisk disk(site.backend_data(), 4);
  if (!disk.is_there()) return left_out();
  site.start_backend();
  disk.fill();
  Visitor visitor(site);
  visitor.starts_fault_report();
  visitor.fills_in(kPlace);
  visitor.does("press review.send\nexpect receipt.status \"Sparat\" 10s");
  visitor.shown();
  visitor.kiosk().wait_for_line("delivery.retry");
  CHECK(visitor.shown()["receipt.status"].label == "Sparat");
  CHECK_FALSE(site.backend().ended());
  disk.clear();
  visitor.does("expect receipt.status \"Inskickat\" 15s");
  const std::string reference = reference_in(visitor.shown());
  CHECK(site.cases_with_reference(reference) == 1);
  visitor.leaves();
}

}  // namespace lotsen::tests
