// Each visit of this folder, and what it leaves behind: files, speech and the case in the backend.
#include <algorithm>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

namespace fs = std::filesystem;

fs::path visit(const std::string& name) {
  return source_folder() / "tests" / "visits" / (name + ".visit");
}

// Runs it against a backend of its own; all its lines hold.
void hold(Site& site, const std::string& name) {
  site.start_backend();
  const Ended ended = site.run_visit(visit(name));
  INFO(ended.errors);
  REQUIRE(ended.status == 0);
}

Shown listed(const Site& site, const std::string& name) {
  return shown_from_json(text_of(site.out() / (name + ".json")));
}

std::string spoken(const Site& site, const std::string& name) {
  return text_of(site.out() / (name + ".txt"));
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != text.npos;
}

bool is_png(const fs::path& file) {
  return text_of(file).starts_with("\x89PNG\r\n");
}

}  // namespace

TEST_CASE("the demonstration visit ends with a receipt, and its case is in the backend exactly once") {
  Site site;
  hold(site, "fault_report");
  Shown receipt = listed(site, "receipt");
  const std::string reference = reference_in(receipt);
  CHECK(receipt["receipt.status"].label == "Inskickat");
  CHECK(site.cases_with_reference(reference) == 1);
  CHECK(site.cases() == 1);
  CHECK(site.cases_with_answer("Storgatan 12, vid busshållplatsen") == 1);
  CHECK(is_png(site.out() / "home.png"));
  CHECK(is_png(site.out() / "receipt.png"));
}

TEST_CASE("the number and the code of the receipt, and only both, open the case") {
  Site site;
  hold(site, "fault_report");
  Shown receipt = listed(site, "receipt");
  const std::string path = "/v1/cases/" + reference_in(receipt);
  const std::string code = receipt["receipt.code"].value;
  REQUIRE_FALSE(code.empty());
  const RawReply reply = site.get(path, {{"Lotsen-Case-Code", code}});
  CHECK(reply.status == 200);
  CHECK(contains(reply.body, "fault_report"));
  CHECK(site.get(path).status == 404);
  CHECK(site.get(path, {{"Lotsen-Case-Code", "0000-0000"}}).status == 404);
}

TEST_CASE("nothing that the demonstration visitor typed is in what the programs say or keep at the kiosk") {
  Site site;
  site.start_backend();
  const Ended ended = site.run_visit(visit("fault_report"));
  REQUIRE(ended.status == 0);
  const std::string code = listed(site, "receipt")["receipt.code"].value;
  std::string kept = ended.said + ended.errors + site.backend().errors() + site.backend().said();
  for (const auto& file : fs::recursive_directory_iterator(site.kiosk_data())) kept += text_of(file.path());
  for (const std::string& typed : {std::string("Storgatan"), std::string("Stolpe 4471"),
                                   std::string("släckt i en vecka"), std::string("070-174 06 05"), code})
    CHECK_FALSE(contains(kept, typed));
}

TEST_CASE("the check page is read out with every answer") {
  Site site;
  hold(site, "fault_report");
  const std::string text = spoken(site, "review");
  CHECK(contains(text, "Storgatan 12, vid busshållplatsen"));
  CHECK(contains(text, "Stolpe 4471"));
  CHECK(contains(spoken(site, "receipt"), reference_in(listed(site, "receipt"))));
}

TEST_CASE("sent without a network, the errand is saved, sent when the network is back, and there once") {
  Site site;
  hold(site, "offline");
  CHECK(contains(spoken(site, "offline"), "Sparat"));
  CHECK(contains(spoken(site, "online"), "Inskickat"));
  CHECK(site.cases() == 1);
  CHECK(site.cases_with_answer("Kyrkogatan 3") == 1);
}

TEST_CASE("a visitor who errs is told beside the field and aloud, and sends what was put right") {
  Site site;
  hold(site, "field_error");
  Shown page = listed(site, "location_missing");
  const std::string mend = "Skriv var felet är, till exempel gatan och numret.";
  CHECK(page["q.location.error"].label == mend);
  CHECK(page["q.location"].hint == mend);
  CHECK(contains(spoken(site, "kind_missing"), "Välj det som stämmer bäst."));
  CHECK(contains(spoken(site, "phone_wrong"), "Kontrollera numret"));
  CHECK(site.cases_with_answer("Parkvägen 7") == 1);
  CHECK(site.cases() == 1);
}

TEST_CASE("a visitor who leaves is warned, covered and cleared, and nothing reaches the backend") {
  Site site;
  hold(site, "left_idle");
  const std::string warning = text_of(site.out() / "warning.json");
  CHECK(contains(warning, "idle.stay"));
  CHECK_FALSE(contains(warning, "Skolgatan"));
  CHECK_FALSE(spoken(site, "warning").empty());
  CHECK_FALSE(contains(spoken(site, "warning"), "Skolgatan"));
  CHECK(site.cases() == 0);
}

TEST_CASE("a visitor who chooses English is answered and heard in English, and the next one in Swedish") {
  Site site;
  hold(site, "english");
  CHECK(contains(spoken(site, "location_english"), "Write where the fault is"));
  CHECK(contains(spoken(site, "receipt_english"), "Sent in"));
  CHECK(listed(site, "receipt_english")["receipt.status"].label == "Sent in");
  CHECK(site.cases_with_answer("Strandgatan 19") == 1);
}

TEST_CASE(
    "on a screen that is turned and made smaller, a visitor goes on with what was typed, and it is sent") {
  Site site;
  hold(site, "rotate");
  CHECK(size_of_png(site.out() / "turned.png") == "1080x1920");
  CHECK(size_of_png(site.out() / "small.png") == "800x1280");
  CHECK(size_of_png(site.out() / "turned_back.png") == "1920x1080");
  CHECK(listed(site, "turned")["q.location"].value == "Torggatan 5");
  CHECK(site.cases_with_answer("Torggatan 5") == 1);
  CHECK(site.cases_with_answer("Lampan blinkar.") == 1);
  CHECK(site.cases() == 1);
}

TEST_CASE(
    "a visit script beside the kiosk that stands open sends its own errand and leaves the kiosk's alone") {
  Site site;
  site.start_backend();
  Visitor visitor(site);
  visitor.starts_fault_report();
  visitor.fills_in("Slottsgatan 6");
  visitor.does("offline\npress review.send\nexpect receipt.status \"Sparat\" 10s");
  visitor.shown();
  const Ended beside = site.run_visit(visit("fault_report"));
  INFO(beside.errors);
  CHECK(beside.status == 0);
  CHECK(site.cases_with_answer("Storgatan 12") == 1);
  CHECK(site.cases() == 1);
  visitor.does("online\nexpect receipt.status \"Inskickat\" 15s");
  visitor.shown();
  CHECK(site.cases_with_answer("Slottsgatan 6") == 1);
  visitor.leaves();
}

TEST_CASE("every other visit in the folder holds too") {
  // Above, in help_test.cpp and in looks_test.cpp.
  const std::set<std::string> told = {"fault_report",
                                      "offline",
                                      "field_error",
                                      "left_idle",
                                      "english",
                                      "help",
                                      "rotate",
                                      "arabic",
                                      "dari_phone",
                                      "easy_swedish_200",
                                      "portrait_low_reach",
                                      "languages",
                                      "contrast"};
  for (const auto& file : fs::directory_iterator(source_folder() / "tests" / "visits")) {
    const std::string name = file.path().stem().string();
    if (file.path().extension() != ".visit" || told.contains(name)) continue;
    INFO(name);
    Site site;
    hold(site, name);
  }
}

}  // namespace lotsen::tests
