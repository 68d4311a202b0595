#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("Cancel ends the visit from every page") {
  Visitor visitor;
  SECTION("services") {
    visitor.does(OpenServices{});
  }
  SECTION("questions") {
    visitor.opens_form();
  }
  SECTION("review") {
    visitor.fills_in_all();
  }
  SECTION("saving") {
    visitor.sends();
  }
  SECTION("receipt") {
    visitor.is_given_a_receipt();
  }
  visitor.does(Cancel{});
  REQUIRE(visitor.command<EndVisit>());
  CHECK(visitor.command<EndVisit>()->ended == VisitId{1});
  CHECK(visitor.on<HomePage>());
  CHECK(visitor.state.visit == VisitId{2});
  CHECK_FALSE(visitor.state.used);
  CHECK(visitor.state.drafts.empty());
}

TEST_CASE("An ended visit leaves a state that equals a fresh one but for its number and the time") {
  Visitor visitor;
  visitor.does(ChooseLanguage{"en"});
  visitor.does(CallStaff{});
  visitor.is_given_a_receipt();
  visitor.happens(InputSeen{77'000});
  visitor.does(Finish{});
  const State& state = visitor.state;
  CHECK(state.language == "sv");
  CHECK(state.help.state == HelpState::none);
  CHECK(state.now == 77'000);
  CHECK(state.last_input == 77'000);
  CHECK_FALSE(state.idle_ends);
  CHECK_FALSE(state.used);
}

TEST_CASE("Choosing a language keeps the page and the answers") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(ChooseLanguage{"en"});
  CHECK(visitor.state.language == "en");
  CHECK(visitor.answer("kind") == "lamp");
}

TEST_CASE("A language that is not offered is not chosen") {
  Visitor visitor;
  visitor.does(ChooseLanguage{"tlh"});
  CHECK(visitor.state.language == "sv");
  CHECK_FALSE(visitor.state.used);
}

TEST_CASE("A visit begins in the first language offered") {
  Visitor visitor;
  visitor.setup.languages = {"en", "sv"};
  CHECK(fresh_state(visitor.setup, VisitId{1}, 0).language == "en");
}

TEST_CASE("Input alone does not make a visit used") {
  Visitor visitor;
  visitor.happens(InputSeen{1'000});
  CHECK_FALSE(visitor.state.used);
}

TEST_CASE("A late answer never reaches the next visitor") {
  Visitor visitor;
  visitor.sends();
  const SubmissionId earlier = visitor.page<SavingPage>().submission;
  visitor.does(Cancel{});
  visitor.sends();
  visitor.happens(SubmissionSaved{VisitId{1}, earlier});
  CHECK(visitor.on<SavingPage>());
  visitor.happens(SaveFailed{VisitId{1}, visitor.page<SavingPage>().submission, ErrorCode::io});
  CHECK_FALSE(visitor.page<SavingPage>().failed);
}

TEST_CASE("Finish means nothing in the middle of a form") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Finish{});
  CHECK(visitor.answer("kind") == "lamp");
}
