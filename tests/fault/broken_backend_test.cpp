// Something else than a working backend answers: a captive portal, a broken proxy, nobody. The visitor has a
// receipt all the same, and the errand arrives once the backend is there.
#include "tests/support/catch.h"
#include "tests/support/fault_server.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

const std::string kPlace = "Norra Allén 15";

std::uint16_t port_of(const FaultServer& server) {
  const std::string url = server.url("");
  return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

// `tries`: how many it must have seen before the visitor is asked again what the receipt says.
void check_saved_then_sent(FaultServer::Fate fate, int tries = 3) {
  Site site;
  std::optional<FaultServer> portal(std::move(fate));
  site.use_port(port_of(*portal));
  Visitor visitor(site);
  visitor.starts_fault_report();
  visitor.fills_in(kPlace);
  visitor.does("press review.send\nexpect receipt.status \"Sparat\" 10s");
  Shown receipt = visitor.shown();
  REQUIRE(eventually([&] { return portal->connections() >= tries; }));
  CHECK(visitor.shown()["receipt.status"].label == "Sparat");

  portal.reset();
  site.start_backend();
  visitor.does("expect receipt.status \"Inskickat\" 15s");
  CHECK(reference_in(visitor.shown()) == reference_in(receipt));
  CHECK(site.cases_with_reference(reference_in(receipt)) == 1);
  CHECK(site.cases_with_answer(kPlace) == 1);
  CHECK(visitor.kiosk().errors().find("outbox.quarantined") == std::string::npos);
  CHECK(visitor.kiosk().errors().find(kPlace) == std::string::npos);
  visitor.leaves();
}

}  // namespace

TEST_CASE("HTML with status 200 is no receipt") {
  check_saved_then_sent(
      reply(http_reply("200 OK", "text/html", "<html><h1>Welcome to our network</h1></html>")));
}

TEST_CASE("HTML with status 201 or a 404 of a portal is no answer of ours") {
  check_saved_then_sent(reply(http_reply("201 Created", "text/html", "<html></html>")));
  check_saved_then_sent(reply(http_reply("404 Not Found", "text/html", "<html>Not here</html>")));
}

TEST_CASE("status 200 without a receipt is no receipt") {
  check_saved_then_sent(reply(http_reply("200 OK", "application/json", "{}")));
}

TEST_CASE("a receipt that the backend's key has not signed is no receipt") {
  check_saved_then_sent(
      reply(http_reply("201 Created", "application/json",
                       R"({"submission":"x","reference":"SC-7K3Q-M9PX-T","signature":"AAAA"})")));
}

TEST_CASE("a portal's redirection is not followed and is no receipt") {
  check_saved_then_sent(
      reply(http_reply("302 Found", "text/html", "", "Location: http://127.0.0.1:9/login\r\n")));
}

TEST_CASE("a backend in trouble is asked again until it is well") {
  check_saved_then_sent(reply(http_reply("500 Internal Server Error", "application/json", "{}")));
  check_saved_then_sent(reply(http_reply("503 Service Unavailable", "text/html", "later")));
}

TEST_CASE("a backend that cuts the line, or says half an answer, is asked again") {
  check_saved_then_sent(reset_after(""));
  check_saved_then_sent(
      reply("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"));
}

TEST_CASE("a backend that says nothing keeps nobody waiting") {
  check_saved_then_sent(blackhole(), 1);
}

TEST_CASE("a portal that answers a call for staff does not promise that anybody comes") {
  Site site;
  const FaultServer portal(reply(http_reply("200 OK", "text/html", "<html>Welcome</html>")));
  site.use_port(port_of(portal));
  Visitor visitor(site);
  visitor.does("wait home.services 10s\nshot home\npress help.staff\nwait help.desk");
  visitor.does("expect help.status \"Det gick inte att nå personalen härifrån\" 10s");
  CHECK(visitor.shown()["help.desk"].label == "Disken finns till vänster om entrén.");
  visitor.leaves();
}

TEST_CASE("a kiosk that the backend does not know alarms, keeps what it has, and sends it once it is known") {
  Site site;
  site.start_backend();
  std::filesystem::remove(site.kiosk_data() / "kiosk.key");
  Visitor visitor(site);
  visitor.starts_fault_report();
  visitor.fills_in(kPlace);
  visitor.does("press review.send\nexpect receipt.status \"Sparat\" 10s");
  visitor.shown();
  visitor.kiosk().wait_for_line("alarm delivery.kiosk_rejected");
  CHECK(visitor.shown()["receipt.status"].label == "Sparat");
  CHECK(site.cases() == 0);

  site.register_kiosk_anew();
  visitor.does("expect receipt.status \"Inskickat\" 15s");
  visitor.shown();
  CHECK(site.cases_with_answer(kPlace) == 1);
  visitor.leaves();
}

}  // namespace lotsen::tests
