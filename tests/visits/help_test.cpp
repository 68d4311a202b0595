// "Fetch staff": the promise that somebody comes is made only once somebody has said so.
#include <csignal>
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

constexpr const char* kTold = "Personalen har fått veta att du vill ha hjälp";
constexpr const char* kComing = "Personal är på väg";

// Of the one call that waits; empty when none does.
std::string waiting_call(const Site& site) {
  const auto calls = nlohmann::json::parse(site.get("/v1/help-calls").body).at("help_calls");
  for (const auto& call : calls) {
    if (call.at("state") == "waiting") return call.at("id");
  }
  return "";
}

void acknowledge(const Site& site) {
  std::string call;
  REQUIRE(eventually([&] { return !(call = waiting_call(site)).empty(); }));
  CHECK(site.post("/v1/help-calls/" + call + "/acknowledge").status == 200);
}

}  // namespace

TEST_CASE("staff are on their way only once they have said so") {
  Site site;
  site.start_backend();
  Visitor visitor(site);
  visitor.does("wait help.staff 10s\npress help.staff\nwait help.desk");
  visitor.does(std::string("expect help.status \"") + kTold + "\" 10s");
  CHECK(visitor.shown()["help.status"].label == kTold);
  CHECK_FALSE(waiting_call(site).empty());
  // Longer than the kiosk waits between two questions: it has asked and was told "waiting".
  visitor.does("idle 5s\nexpect help.status /fått veta/ 3s");
  CHECK(visitor.shown()["help.status"].label == kTold);
  acknowledge(site);
  visitor.does(std::string("idle 3s\nexpect help.status \"") + kComing + "\" 10s\nspoken coming");
  CHECK(visitor.shown()["help.status"].label == kComing);
  CHECK(text_of(site.out() / "coming.txt").find(kComing) != std::string::npos);
  visitor.leaves();
}

TEST_CASE("the help visit holds while staff acknowledge the call") {
  const std::filesystem::path script = source_folder() / "tests" / "visits" / "help.visit";
  Site site;
  site.start_backend();
  Words words = site.kiosk();
  words.insert(words.end(), {"--visit", script.string(), "--out", site.out().string()});
  Program kiosk(words);
  acknowledge(site);
  const int status = kiosk.wait();
  INFO(kiosk.errors());
  CHECK(status == 0);
}

TEST_CASE("a call for staff during an errand keeps the errand as it was") {
  Site site;
  site.start_backend();
  Visitor visitor(site);
  visitor.starts_fault_report();
  visitor.does("type q.location \"Hamngatan 4\"\npress help.staff\nwait help.desk\nabsent q.location");
  visitor.does("press help.close\nwait q.location\nexpect q.location \"Hamngatan 4\"");
  CHECK(visitor.shown()["q.location"].value == "Hamngatan 4");
  visitor.leaves();
}

TEST_CASE("without a backend the visitor is told that staff were not reached, and where the desk is") {
  Site site;
  site.start_backend();
  site.backend().kill_now();
  Visitor visitor(site);
  visitor.does("wait help.staff 10s\npress help.staff\nwait help.desk");
  visitor.does("expect help.status \"Det gick inte att nå personalen härifrån\" 10s");
  CHECK(visitor.shown()["help.desk"].label == "Disken finns till vänster om entrén.");
  site.start_backend();
  visitor.does("press help.close\nwait help.staff\npress help.staff");
  visitor.does(std::string("expect help.status \"") + kTold + "\" 10s");
  visitor.shown();
  visitor.leaves();
}

}  // namespace lotsen::tests
