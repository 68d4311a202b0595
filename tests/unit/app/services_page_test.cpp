#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("Opening a form shows its first step without answers or faults") {
  Visitor visitor;
  visitor.opens_form("second");
  const auto& page = visitor.page<QuestionsPage>();
  CHECK(page.form == FormId{"second"});
  CHECK(page.step == 0);
  CHECK(page.answers.empty());
  CHECK(page.faults.empty());
}

TEST_CASE("A form that begins with a step in which nothing is asked opens at the next step") {
  Visitor visitor;
  std::swap(visitor.setup.forms[0].steps[0], visitor.setup.forms[0].steps[2]);
  visitor.opens_form();
  CHECK(visitor.page<QuestionsPage>().step == 1);
}

TEST_CASE("A form that this kiosk does not offer is not opened") {
  Visitor visitor;
  visitor.opens_form("unknown");
  CHECK(visitor.on<ServicesPage>());
}

TEST_CASE("Back on the list of services goes home") {
  Visitor visitor;
  visitor.does(OpenServices{});
  visitor.does(Back{});
  CHECK(visitor.on<HomePage>());
}

TEST_CASE("When the kiosk takes no forms the list gives way to a page that says so") {
  Visitor visitor;
  visitor.does(OpenServices{});
  visitor.happens(FormsClosed{visitor.state.visit, ErrorCode::full});
  CHECK(visitor.page<ClosedPage>().reason == ErrorCode::full);
}

TEST_CASE("The answer that no forms are taken is dropped when another visit asked") {
  Visitor visitor;
  visitor.does(OpenServices{});
  visitor.happens(FormsClosed{VisitId{7}, ErrorCode::full});
  CHECK(visitor.on<ServicesPage>());
}

TEST_CASE("Whoever has begun a form and looks at the list again is not turned away") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(Back{});
  visitor.happens(FormsClosed{visitor.state.visit, ErrorCode::full});
  CHECK(visitor.on<ServicesPage>());
}
