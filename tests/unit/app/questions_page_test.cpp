#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

bool has_fault(const Visitor& visitor, const std::string& question) {
  for (const forms::Fault& fault : visitor.page<QuestionsPage>().faults) {
    if (fault.question == QuestionId{question}) return true;
  }
  return false;
}

int step(const Visitor& visitor) {
  return visitor.page<QuestionsPage>().step;
}

}  // namespace

TEST_CASE("Choosing another option replaces the first") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.chooses("kind", "road");
  CHECK(visitor.page<QuestionsPage>().answers.at(QuestionId{"kind"}).values.size() == 1);
  CHECK(visitor.answer("kind") == "road");
}

TEST_CASE("An option that the question does not offer is not chosen") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "whale");
  CHECK(visitor.answer("kind").empty());
}

TEST_CASE("Text is not typed into a choice, and no option chosen for a text") {
  Visitor visitor;
  visitor.opens_form();
  visitor.types("kind", "lamp");
  CHECK(visitor.answer("kind").empty());
  visitor.chooses("kind", "lamp");
  visitor.does(Next{});
  visitor.chooses("location", "lamp");
  CHECK(visitor.answer("location").empty());
}

TEST_CASE("A question of another step takes no answer") {
  Visitor visitor;
  visitor.opens_form();
  visitor.types("location", "Storgatan 12");
  CHECK(visitor.answer("location").empty());
}

TEST_CASE("Next stays on a step with faults and shows them") {
  Visitor visitor;
  visitor.opens_form();
  visitor.does(Next{});
  CHECK(step(visitor) == 0);
  CHECK(has_fault(visitor, "kind"));
}

TEST_CASE("Answering takes the fault of that question away and leaves the others") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Next{});
  visitor.does(Next{});
  visitor.does(Next{});
  REQUIRE(has_fault(visitor, "location"));
  visitor.types("mark", "4471");
  CHECK(has_fault(visitor, "location"));
  visitor.types("location", "S");
  CHECK_FALSE(has_fault(visitor, "location"));
}

TEST_CASE("The fault of a question goes when an answer makes it a question no longer") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Next{});
  visitor.types("location", "Storgatan 12");
  visitor.does(Next{});
  visitor.chooses("contact", "sms");
  visitor.does(Next{});
  REQUIRE(has_fault(visitor, "phone"));
  visitor.chooses("contact", "none");
  CHECK(visitor.page<QuestionsPage>().faults.empty());
}

TEST_CASE("Faults are checked anew at each Next") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Next{});
  visitor.does(Next{});
  REQUIRE(has_fault(visitor, "location"));
  visitor.types("location", std::string(21, 'x'));
  visitor.does(Next{});
  REQUIRE(visitor.page<QuestionsPage>().faults.size() == 1);
  CHECK(visitor.page<QuestionsPage>().faults[0].code == forms::FaultCode::too_long);
}

TEST_CASE("Next passes over a step in which nothing is asked") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Next{});
  visitor.types("location", "Storgatan 12");
  visitor.does(Next{});
  CHECK(step(visitor) == 3);
}

TEST_CASE("Next shows the step when an answer makes it asked") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "other");
  visitor.does(Next{});
  visitor.types("location", "Storgatan 12");
  visitor.does(Next{});
  CHECK(step(visitor) == 2);
}

TEST_CASE("Next after the last step goes to the check page with all answers") {
  Visitor visitor;
  visitor.fills_in_all();
  CHECK(visitor.answer("kind") == "lamp");
  CHECK(visitor.answer("location") == "Storgatan 12");
  CHECK(visitor.answer("phone") == "070-174 06 05");
}

TEST_CASE("Back goes to the step before, over one in which nothing is asked, and keeps the answers") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(Back{});
  REQUIRE(step(visitor) == 3);
  visitor.does(Back{});
  CHECK(step(visitor) == 1);
  visitor.does(Back{});
  CHECK(step(visitor) == 0);
  CHECK(visitor.answer("phone") == "070-174 06 05");
}

TEST_CASE("Back drops the faults of the step it leaves") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Next{});
  visitor.does(Next{});
  visitor.does(Back{});
  CHECK(visitor.page<QuestionsPage>().faults.empty());
}

TEST_CASE("Back from the first step leaves to the list, and the same form opened again has its answers") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Back{});
  REQUIRE(visitor.on<ServicesPage>());
  SECTION("at once") {}
  SECTION("by way of home") {
    visitor.does(Back{});
    visitor.does(OpenServices{});
  }
  SECTION("after another form") {
    visitor.does(OpenForm{FormId{"second"}});
    CHECK(visitor.answer("kind").empty());
    visitor.chooses("kind", "road");
    visitor.does(Back{});
  }
  visitor.does(OpenForm{FormId{"sample"}});
  CHECK(visitor.answer("kind") == "lamp");
}

TEST_CASE("A form left with Back is forgotten when the visit ends") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Back{});
  visitor.does(Cancel{});
  visitor.opens_form();
  CHECK(visitor.answer("kind").empty());
}

TEST_CASE("An empty form gives way when the kiosk takes none, one that is begun does not") {
  Visitor visitor;
  visitor.opens_form();
  SECTION("empty") {
    visitor.happens(FormsClosed{visitor.state.visit, ErrorCode::io});
    CHECK(visitor.page<ClosedPage>().reason == ErrorCode::io);
  }
  SECTION("begun") {
    visitor.chooses("kind", "lamp");
    visitor.happens(FormsClosed{visitor.state.visit, ErrorCode::io});
    CHECK(visitor.answer("kind") == "lamp");
  }
  SECTION("begun and emptied again") {
    visitor.chooses("kind", "lamp");
    visitor.does(Next{});
    visitor.types("location", "");
    visitor.happens(FormsClosed{visitor.state.visit, ErrorCode::io});
    CHECK(visitor.answer("kind") == "lamp");
  }
}

TEST_CASE("After a change, Next goes back to the check page when nothing else is needed") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(EditAnswer{QuestionId{"location"}});
  visitor.types("location", "Kyrkgatan 3");
  visitor.does(Next{});
  CHECK(visitor.on<ReviewPage>());
  CHECK(visitor.answer("location") == "Kyrkgatan 3");
}

TEST_CASE("A change that makes another question needed leads there first, without blaming") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(EditAnswer{QuestionId{"kind"}});
  visitor.chooses("kind", "other");
  visitor.does(Next{});
  REQUIRE(step(visitor) == 2);
  CHECK(visitor.page<QuestionsPage>().faults.empty());
  CHECK(visitor.page<QuestionsPage>().asked_for == QuestionId{"describe"});
  visitor.types("describe", "En bänk");
  visitor.does(Next{});
  CHECK(visitor.on<ReviewPage>());
}

TEST_CASE("A faulty change stays on its step") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(EditAnswer{QuestionId{"location"}});
  visitor.types("location", "");
  visitor.does(Next{});
  CHECK(step(visitor) == 1);
  CHECK(has_fault(visitor, "location"));
}

TEST_CASE("Back from a change returns to the check page with what was typed") {
  Visitor visitor;
  visitor.fills_in_all();
  visitor.does(EditAnswer{QuestionId{"location"}});
  visitor.types("location", "Kyrkgatan 3");
  visitor.does(Back{});
  CHECK(visitor.on<ReviewPage>());
  CHECK(visitor.answer("location") == "Kyrkgatan 3");
}
