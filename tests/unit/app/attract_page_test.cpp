#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("After some quiet without a visit the screen greets, in one language after another") {
  Visitor visitor;
  const SteadyMs quiet = SteadyMs{visitor.setup.attract_after_s} * 1000;
  visitor.waits(quiet - 1);
  CHECK(visitor.on<HomePage>());
  visitor.waits(1);
  REQUIRE(visitor.on<AttractPage>());
  CHECK(visitor.page<AttractPage>().greeting == 0);
  const auto due = next_tick(visitor.state, visitor.setup);
  REQUIRE(due);
  visitor.waits(*due - visitor.state.now);
  CHECK(visitor.page<AttractPage>().greeting == 1);
  visitor.waits(*next_tick(visitor.state, visitor.setup) - visitor.state.now);
  CHECK(visitor.page<AttractPage>().greeting == 0);
}

TEST_CASE("A touch opens home when it is lifted, and is not yet a visit") {
  Visitor visitor;
  visitor.waits(SteadyMs{visitor.setup.attract_after_s} * 1000);
  visitor.happens(InputSeen{visitor.state.now});
  CHECK(visitor.on<AttractPage>());
  visitor.happens(OpenHome{});
  CHECK(visitor.on<HomePage>());
  CHECK_FALSE(visitor.state.used);
}

TEST_CASE("Help and looks are there at once on the greeting, and lead home") {
  Visitor visitor;
  visitor.waits(SteadyMs{visitor.setup.attract_after_s} * 1000);
  visitor.does(SwitchContrast{});
  CHECK(visitor.on<HomePage>());
  CHECK(visitor.state.looks.high_contrast);

  Visitor caller;
  caller.waits(SteadyMs{caller.setup.attract_after_s} * 1000);
  caller.does(CallStaff{});
  CHECK(caller.on<HomePage>());
  CHECK(caller.state.help.shown);
}

TEST_CASE("The greeting changes once in some seconds, not faster than it is read") {
  Visitor visitor;
  visitor.waits(SteadyMs{visitor.setup.attract_after_s} * 1000);
  CHECK(*next_tick(visitor.state, visitor.setup) - visitor.state.now >= 5000);
}

TEST_CASE("A visit never turns into a greeting, however long it is quiet") {
  Visitor visitor;
  visitor.opens_form();
  visitor.waits(SteadyMs{visitor.setup.attract_after_s} * 1000);
  CHECK(visitor.on<QuestionsPage>());
}

TEST_CASE("A visit that ended is followed by home, then by the greeting") {
  Visitor visitor;
  visitor.does(ChooseLanguage{"en"});
  visitor.does(Cancel{});
  CHECK(visitor.on<HomePage>());
  visitor.waits(SteadyMs{visitor.setup.attract_after_s} * 1000);
  CHECK(visitor.on<AttractPage>());
}
