#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

// Someone who left a half-filled form.
struct Leaver : Visitor {
  Leaver() {
    happens(InputSeen{5'000});
    opens_form();
    chooses("kind", "lamp");
  }
};

}  // namespace

TEST_CASE("A kiosk that nobody uses waits for its greeting alone and never ends a visit") {
  Visitor visitor;
  const SteadyMs quiet = SteadyMs{visitor.setup.attract_after_s} * 1000;
  CHECK(next_tick(visitor.state, visitor.setup) == quiet);
  visitor.waits(1'000'000);
  CHECK(visitor.asked.empty());
  visitor.happens(InputSeen{visitor.state.now + 5});
  visitor.happens(OpenHome{});
  CHECK(next_tick(visitor.state, visitor.setup) == 1'000'005 + quiet);
}

TEST_CASE("The content is covered after exactly the configured time without input") {
  Leaver leaver;
  CHECK(next_tick(leaver.state, leaver.setup) == 95'000);
  leaver.happens(Tick{94'999});
  CHECK_FALSE(leaver.state.idle_ends);
  leaver.happens(Tick{95'000});
  REQUIRE(leaver.state.idle_ends);
  CHECK(*leaver.state.idle_ends == 125'000);
  CHECK(idle_seconds_left(leaver.state) == 30);
}

TEST_CASE("Any input puts the warning off") {
  Leaver leaver;
  leaver.happens(InputSeen{50'000});
  CHECK(next_tick(leaver.state, leaver.setup) == 140'000);
  leaver.happens(Tick{95'000});
  CHECK_FALSE(leaver.state.idle_ends);
}

TEST_CASE("The countdown wakes at each whole second and rounds up") {
  Leaver leaver;
  leaver.happens(Tick{95'000});
  CHECK(next_tick(leaver.state, leaver.setup) == 96'000);
  leaver.happens(Tick{96'000});
  CHECK(idle_seconds_left(leaver.state) == 29);
  leaver.happens(Tick{96'001});
  CHECK(idle_seconds_left(leaver.state) == 29);
  CHECK(next_tick(leaver.state, leaver.setup) == 97'000);
  leaver.happens(Tick{124'500});
  CHECK(idle_seconds_left(leaver.state) == 1);
  CHECK(next_tick(leaver.state, leaver.setup) == 125'000);
}

TEST_CASE("At the end of the countdown the visit ends and nothing of it is left") {
  Leaver leaver;
  leaver.happens(Tick{95'000});
  leaver.happens(Tick{124'999});
  CHECK_FALSE(leaver.command<EndVisit>());
  leaver.happens(Tick{125'000});
  REQUIRE(leaver.command<EndVisit>());
  CHECK(leaver.on<HomePage>());
  CHECK_FALSE(leaver.state.idle_ends);
  CHECK(next_tick(leaver.state, leaver.setup) == 125'000 + SteadyMs{leaver.setup.attract_after_s} * 1000);
}

TEST_CASE("A kiosk that slept through the whole time warns first") {
  Leaver leaver;
  leaver.happens(Tick{10'000'000});
  CHECK(leaver.asked.empty());
  CHECK(idle_seconds_left(leaver.state) == 30);
}

TEST_CASE("Jag är kvar takes the warning away and begins the time anew") {
  Leaver leaver;
  leaver.happens(Tick{95'000});
  leaver.happens(InputSeen{100'000});
  leaver.happens(StayHere{});
  CHECK_FALSE(leaver.state.idle_ends);
  CHECK_FALSE(idle_seconds_left(leaver.state));
  CHECK(leaver.answer("kind") == "lamp");
  CHECK(next_tick(leaver.state, leaver.setup) == 190'000);
}

TEST_CASE("Input beside the two buttons neither stays nor reaches the covered page") {
  Leaver leaver;
  leaver.happens(Tick{95'000});
  leaver.happens(InputSeen{100'000});
  leaver.chooses("kind", "road");
  leaver.does(Next{});
  leaver.does(ChooseLanguage{"en"});
  leaver.does(CallStaff{});
  CHECK(leaver.asked.empty());
  CHECK(leaver.answer("kind") == "lamp");
  CHECK(leaver.state.language == "sv");
  REQUIRE(leaver.state.idle_ends);
  CHECK(*leaver.state.idle_ends == 125'000);
}

TEST_CASE("Avbryt och rensa on the warning ends the visit at once") {
  Leaver leaver;
  leaver.happens(Tick{95'000});
  leaver.does(Cancel{});
  CHECK(leaver.command<EndVisit>());
  CHECK_FALSE(leaver.state.idle_ends);
}

TEST_CASE("Home with a help call or a begun form behind it is warned about") {
  Visitor visitor;
  SECTION("help call") {
    visitor.does(CallStaff{});
  }
  SECTION("begun form") {
    visitor.opens_form();
    visitor.chooses("kind", "lamp");
    visitor.does(Back{});
    visitor.does(Back{});
    REQUIRE(visitor.on<HomePage>());
  }
  visitor.happens(Tick{90'000});
  CHECK(visitor.state.idle_ends);
  CHECK(visitor.asked.empty());
}

TEST_CASE("A save under way does not time out, a failed one does") {
  Visitor visitor;
  visitor.sends();
  CHECK_FALSE(next_tick(visitor.state, visitor.setup));
  visitor.happens(Tick{500'000});
  CHECK_FALSE(visitor.state.idle_ends);
  visitor.happens(SaveFailed{visitor.state.visit, SubmissionId{"uuid-1"}, ErrorCode::io});
  CHECK(next_tick(visitor.state, visitor.setup));
  visitor.happens(Tick{500'001});
  CHECK(visitor.state.idle_ends);
}

TEST_CASE("A receipt left on the screen is cleared") {
  Visitor visitor;
  visitor.is_given_a_receipt();
  visitor.happens(Tick{90'000});
  CHECK(visitor.state.idle_ends);
  visitor.happens(Tick{120'000});
  CHECK(visitor.command<EndVisit>());
  CHECK(visitor.on<HomePage>());
}

TEST_CASE("The next tick is the earlier of the warning and the help call's next question") {
  Leaver leaver;
  leaver.does(CallStaff{});
  leaver.happens(HelpSent{leaver.state.visit, leaver.state.help.id});
  CHECK(next_tick(leaver.state, leaver.setup) == 7'000);
  leaver.state.help.next_poll = 200'000;
  CHECK(next_tick(leaver.state, leaver.setup) == 95'000);
}

TEST_CASE("A help call is asked about also while the warning is shown") {
  Leaver leaver;
  leaver.does(CallStaff{});
  leaver.happens(HelpSent{leaver.state.visit, leaver.state.help.id});
  leaver.happens(Tick{95'000});
  REQUIRE(leaver.state.idle_ends);
  leaver.happens(Tick{97'000});
  CHECK(leaver.command<AskHelpCall>());
}

TEST_CASE("The visit clock does not run backwards") {
  Leaver leaver;
  leaver.happens(Tick{60'000});
  leaver.happens(InputSeen{40'000});
  CHECK(leaver.state.now == 60'000);
  CHECK(leaver.state.last_input == 60'000);
}

TEST_CASE("Who chose a language or a look on the home page is warned before it is gone") {
  const Action action =
      GENERATE(Action(ChooseLanguage{"en"}), Action(ChangeTextSize{}), Action(ShowLanguages{}));
  Visitor visitor;
  visitor.does(action);
  visitor.waits(SteadyMs{visitor.setup.idle_after_s} * 1000);
  CHECK(visitor.state.idle_ends);
  CHECK(visitor.state.visit == VisitId{1});
}
