#include "tests/support/catch.h"
#include "tests/ui/stage.h"

using namespace lotsen;
using tests::Stage;

namespace {

bool shows(const Stage& stage, const std::string& text) {
  for (const ui::Element& element : stage.elements()) {
    if (element.label.find(text) != std::string::npos || element.value.find(text) != std::string::npos)
      return true;
  }
  return false;
}

}  // namespace

TEST_CASE("the idle cover shows nothing of the visit") {
  Stage stage;
  stage.go_to("idle");
  CHECK(stage.find("idle.stay") != nullptr);
  CHECK_FALSE(shows(stage, "Storgatan"));
  CHECK_FALSE(shows(stage, "070-174"));
}

TEST_CASE("\"I am still here\" brings the page back as it was") {
  Stage stage;
  stage.go_to("idle");
  stage.press("idle.stay");
  CHECK(shows(stage, "Storgatan 12"));
}

TEST_CASE("\"Cancel and clear\" ends the visit from any page of an errand") {
  for (const std::string& page : Stage::pages()) {
    if (page == "home" || page == "saving" || page == "languages" || page == "attract" || page == "receipt" ||
        page == "closed")
      continue;
    Stage stage;
    stage.go_to(page);
    INFO(page);
    REQUIRE(stage.find("nav.cancel") != nullptr);
    const VisitId before = stage.state().visit;
    stage.press("nav.cancel");
    CHECK(stage.state().visit != before);
    CHECK(std::holds_alternative<app::HomePage>(stage.state().page));
    CHECK_FALSE(shows(stage, "Storgatan"));
  }
}

TEST_CASE("the next visitor begins in the first language") {
  Stage stage(1920, 1080);
  stage.press("lang.en");
  stage.press("home.services");
  stage.press("nav.cancel");
  CHECK(stage.find("home.heading")->label == "Välkommen. Vad vill du göra?");
}

TEST_CASE("who comes back to the home page can clear what they began there") {
  Stage stage;
  CHECK(stage.find("nav.cancel") == nullptr);
  stage.go_to("questions.2");
  for (int i = 0; i < 3; ++i) stage.press("nav.back");
  stage.press("nav.back");
  REQUIRE(stage.find("home.services") != nullptr);
  stage.press("nav.cancel");
  CHECK(stage.state().drafts.empty());
  CHECK(stage.find("nav.cancel") == nullptr);
}

TEST_CASE("the cover stays when only the looks of the screen are changed") {
  Stage stage;
  stage.go_to("idle");
  stage.press("access.contrast");
  CHECK(stage.state().looks.high_contrast);
  CHECK(stage.find("idle.stay") != nullptr);
  CHECK_FALSE(shows(stage, "Storgatan"));
  stage.press("help.staff");
  CHECK(stage.find("idle.stay") == nullptr);
}
