#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

struct Caller : Visitor {
  Caller() { does(CallStaff{}); }
  HelpState help() const { return state.help.state; }
  void call_is_sent() { happens(HelpSent{state.visit, state.help.id}); }
};

}  // namespace

TEST_CASE("Fetching staff sends a call and shows the panel over the page") {
  Caller caller;
  REQUIRE(caller.command<SendHelpCall>());
  CHECK(caller.command<SendHelpCall>()->call == HelpCallId{"uuid-1"});
  CHECK(caller.command<SendHelpCall>()->visit == caller.state.visit);
  CHECK(caller.state.help.shown);
  CHECK(caller.help() == HelpState::calling);
  CHECK(caller.state.used);
  CHECK(caller.on<HomePage>());
}

TEST_CASE("A call that is sent says nothing yet about somebody coming") {
  Caller caller;
  caller.call_is_sent();
  CHECK(caller.help() == HelpState::fetching);
}

TEST_CASE("Only an acknowledgement says that staff are on the way") {
  Caller caller;
  caller.call_is_sent();
  caller.happens(HelpAcknowledged{caller.state.visit, caller.state.help.id});
  CHECK(caller.help() == HelpState::on_the_way);
}

TEST_CASE("Whether somebody is on the way is asked every two seconds, also with the panel hidden") {
  Caller caller;
  caller.call_is_sent();
  caller.does(HideHelp{});
  caller.waits(1'999);
  CHECK_FALSE(caller.command<AskHelpCall>());
  caller.waits(1);
  REQUIRE(caller.command<AskHelpCall>());
  CHECK(caller.command<AskHelpCall>()->call == caller.state.help.id);
  caller.waits(1'000);
  CHECK_FALSE(caller.command<AskHelpCall>());
  caller.waits(1'000);
  CHECK(caller.command<AskHelpCall>());
}

TEST_CASE("Nothing is asked before the call is sent nor after it is acknowledged") {
  Caller caller;
  caller.waits(10'000);
  CHECK_FALSE(caller.command<AskHelpCall>());
  caller.call_is_sent();
  caller.happens(HelpAcknowledged{caller.state.visit, caller.state.help.id});
  caller.waits(10'000);
  CHECK_FALSE(caller.command<AskHelpCall>());
}

TEST_CASE("A question that fails changes nothing and is asked again") {
  Caller caller;
  caller.call_is_sent();
  caller.waits(2'000);
  caller.happens(HelpFailed{caller.state.visit, caller.state.help.id});
  CHECK(caller.help() == HelpState::fetching);
  caller.waits(2'000);
  CHECK(caller.command<AskHelpCall>());
}

TEST_CASE("A call that cannot be sent is said to be, and pressing again tries anew") {
  Caller caller;
  caller.happens(HelpFailed{caller.state.visit, caller.state.help.id});
  CHECK(caller.help() == HelpState::unreachable);
  CHECK(caller.state.help.shown);
  caller.does(CallStaff{});
  REQUIRE(caller.command<SendHelpCall>());
  CHECK(caller.command<SendHelpCall>()->call == HelpCallId{"uuid-2"});
  CHECK(caller.help() == HelpState::calling);
}

TEST_CASE("Pressing again while a call is out only shows the panel") {
  Caller caller;
  SECTION("calling") {}
  SECTION("fetching") {
    caller.call_is_sent();
  }
  SECTION("on the way") {
    caller.happens(HelpAcknowledged{caller.state.visit, caller.state.help.id});
  }
  const HelpState before = caller.help();
  caller.does(HideHelp{});
  CHECK_FALSE(caller.state.help.shown);
  caller.does(CallStaff{});
  CHECK(caller.state.help.shown);
  CHECK(caller.asked.empty());
  CHECK(caller.help() == before);
}

TEST_CASE("Another call's answer says nothing about this one") {
  Caller caller;
  for (const Action& action : {Action(HelpSent{caller.state.visit, HelpCallId{"old"}}),
                               Action(HelpFailed{caller.state.visit, HelpCallId{"old"}}),
                               Action(HelpAcknowledged{caller.state.visit, HelpCallId{"old"}}),
                               Action(HelpAcknowledged{VisitId{9}, caller.state.help.id})}) {
    caller.happens(action);
    CHECK(caller.help() == HelpState::calling);
  }
}

TEST_CASE("The call ends with the visit: no question for it is asked any more") {
  Caller caller;
  const HelpCallId call = caller.state.help.id;
  caller.call_is_sent();
  caller.does(Cancel{});
  CHECK(caller.help() == HelpState::none);
  CHECK_FALSE(caller.state.help.shown);
  CHECK(caller.state.help.id.value.empty());
  caller.waits(10'000);
  CHECK(caller.asked.empty());
  caller.happens(HelpAcknowledged{VisitId{1}, call});
  CHECK(caller.help() == HelpState::none);
}

TEST_CASE("Staff can be fetched in the middle of a form, which stays as it is") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(CallStaff{});
  visitor.does(HideHelp{});
  CHECK(visitor.answer("kind") == "lamp");
}
