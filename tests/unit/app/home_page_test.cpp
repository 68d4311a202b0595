#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("The services tile opens the list and asks whether the outbox has room") {
  Visitor visitor;
  visitor.does(OpenServices{});
  CHECK(visitor.on<ServicesPage>());
  REQUIRE(visitor.command<AskRoom>());
  CHECK(visitor.command<AskRoom>()->visit == visitor.state.visit);
  CHECK(visitor.state.used);
}

TEST_CASE("Another page's actions leave the home page as it is and unused") {
  Visitor visitor;
  for (const Action& action :
       {Action(Next{}), Action(Back{}), Action(Send{}), Action(OpenForm{FormId{"sample"}}),
        Action(EditAnswer{QuestionId{"kind"}}), Action(EditText{QuestionId{"location"}, Secret("x")}),
        Action(ChooseOption{QuestionId{"kind"}, OptionId{"lamp"}}), Action(HideHelp{}), Action(StayHere{})}) {
    visitor.does(action);
    CHECK(visitor.on<HomePage>());
    CHECK(visitor.asked.empty());
  }
  CHECK_FALSE(visitor.state.used);
}

TEST_CASE("Cancelling an unused home page clears nothing") {
  Visitor visitor;
  visitor.does(Cancel{});
  CHECK(visitor.asked.empty());
  CHECK(visitor.state.visit == VisitId{1});
}

TEST_CASE("Cancelling on the home page of a used visit ends it") {
  Visitor visitor;
  visitor.does(ChooseLanguage{"en"});
  visitor.does(Cancel{});
  REQUIRE(visitor.command<EndVisit>());
  CHECK(visitor.state.visit == VisitId{2});
  CHECK(visitor.state.language == "sv");
}
