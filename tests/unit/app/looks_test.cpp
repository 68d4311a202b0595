#include "tests/unit/app/visitor.h"

using namespace lotsen;
using namespace lotsen::tests;

TEST_CASE("Larger text goes through 130, 160 and 200 percent and begins anew") {
  Visitor visitor;
  for (const int percent : {130, 160, 200, 100}) {
    visitor.does(ChangeTextSize{});
    CHECK(visitor.state.looks.text_percent == percent);
  }
}

TEST_CASE("Contrast and low reach are switched on and off again, on any page") {
  Visitor visitor;
  visitor.opens_form();
  visitor.does(SwitchContrast{});
  visitor.does(SwitchReach{});
  CHECK(visitor.state.looks.high_contrast);
  CHECK(visitor.state.looks.low_reach);
  CHECK(visitor.on<QuestionsPage>());
  visitor.does(SwitchContrast{});
  visitor.does(SwitchReach{});
  CHECK(visitor.state.looks == Looks{});
}

TEST_CASE("Looks and language end with the visit") {
  Visitor visitor;
  visitor.does(ChangeTextSize{});
  visitor.does(SwitchContrast{});
  visitor.does(SwitchReach{});
  visitor.does(ChooseLanguage{"en"});
  visitor.does(Cancel{});
  REQUIRE(visitor.command<EndVisit>());
  CHECK(visitor.state.looks == Looks{});
  CHECK(visitor.state.language == "sv");
}

TEST_CASE("A changed look alone makes a visit, so that it is cleared when its visitor leaves") {
  Visitor visitor;
  visitor.does(SwitchContrast{});
  CHECK(visitor.state.used);
  visitor.waits(visitor.setup.idle_after_s * 1000);
  visitor.waits(visitor.setup.idle_countdown_s * 1000);
  CHECK_FALSE(visitor.state.looks.high_contrast);
}

TEST_CASE("The list of languages lies over the page and a choice closes it, nothing lost") {
  Visitor visitor;
  visitor.opens_form();
  visitor.chooses("kind", "lamp");
  visitor.does(ShowLanguages{});
  CHECK(visitor.state.languages_shown);
  visitor.does(ChooseLanguage{"en"});
  CHECK_FALSE(visitor.state.languages_shown);
  CHECK(visitor.state.language == "en");
  CHECK(visitor.answer("kind") == "lamp");
}

TEST_CASE("The list of languages closes without a choice, and an unknown language changes nothing") {
  Visitor visitor;
  visitor.does(ShowLanguages{});
  visitor.does(ChooseLanguage{"tlh"});
  CHECK(visitor.state.languages_shown);
  CHECK(visitor.state.language == "sv");
  visitor.does(HideLanguages{});
  CHECK_FALSE(visitor.state.languages_shown);
}

TEST_CASE("Help and the list of languages take each other's place") {
  Visitor visitor;
  visitor.does(CallStaff{});
  visitor.does(ShowLanguages{});
  CHECK(visitor.state.languages_shown);
  CHECK_FALSE(visitor.state.help.shown);
  visitor.does(CallStaff{});
  CHECK(visitor.state.help.shown);
  CHECK_FALSE(visitor.state.languages_shown);
}
