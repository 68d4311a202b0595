#include "tests/support/catch.h"
#include "tests/ui/stage.h"

using namespace lotsen;
using tests::Stage;

TEST_CASE("a press acts when the finger is lifted") {
  Stage stage;
  const ui::Box box = stage.find("home.services")->box;
  stage.down("home.services");
  CHECK(std::holds_alternative<app::HomePage>(stage.state().page));
  stage.up_at(box.x + 5, box.y + 5);
  CHECK(std::holds_alternative<app::ServicesPage>(stage.state().page));
}

TEST_CASE("a finger that slides off a button presses nothing") {
  Stage stage;
  stage.down("home.services");
  stage.up_at(5, 500);
  CHECK(std::holds_alternative<app::HomePage>(stage.state().page));
}

TEST_CASE("a press shows at once, before it acts") {
  Stage stage;
  stage.paint();
  stage.down("home.services");
  CHECK_FALSE(stage.paint().empty());
}

TEST_CASE("Enter and Space press what has the focus") {
  for (const ui::Key key : {ui::Key::enter, ui::Key::space}) {
    Stage stage;
    while (stage.focused() != "home.services") stage.key(ui::Key::tab);
    stage.key(key);
    CHECK(std::holds_alternative<app::ServicesPage>(stage.state().page));
  }
}

TEST_CASE("Escape goes back, and on the idle cover it stays") {
  Stage stage;
  stage.go_to("questions.1");
  stage.key(ui::Key::escape);
  CHECK(std::get<app::QuestionsPage>(stage.state().page).step == 0);

  Stage idle;
  idle.go_to("idle");
  idle.key(ui::Key::escape);
  CHECK(idle.find("idle.stay") == nullptr);
  CHECK(std::holds_alternative<app::ReviewPage>(idle.state().page));
}

TEST_CASE("choosing a language changes every text and keeps the page") {
  Stage stage;
  stage.press("lang.en");
  CHECK(stage.find("home.heading")->label == "Welcome. What would you like to do?");
  CHECK(stage.find("lang.en")->chosen);
  CHECK_FALSE(stage.find("lang.sv")->chosen);
}

TEST_CASE("a chosen option is marked and the one before it is not") {
  Stage stage;
  stage.go_to("questions.0");
  stage.press("q.kind.park");
  stage.press("q.kind.water");
  CHECK(stage.find("q.kind.water")->chosen);
  CHECK_FALSE(stage.find("q.kind.park")->chosen);
}

TEST_CASE("\"Change\" opens its own question and Next returns to the check page") {
  Stage stage;
  stage.go_to("review");
  stage.press("review.edit.location");
  CHECK(stage.focused() == "q.location");
  stage.press("nav.next");
  CHECK(std::holds_alternative<app::ReviewPage>(stage.state().page));
}

TEST_CASE("staff are said to be on their way only when a person has said so") {
  Stage stage;
  stage.press("help.staff");
  CHECK(stage.find("help.status")->label == "Meddelar personalen…");
  const HelpCallId call = stage.state().help.id;
  stage.happens(app::HelpSent{stage.state().visit, call});
  stage.turn();
  CHECK(stage.find("help.status")->label != "Personal är på väg");
  CHECK(stage.find("help.desk") != nullptr);
  stage.happens(app::HelpAcknowledged{stage.state().visit, call});
  stage.turn();
  CHECK(stage.find("help.status")->label == "Personal är på väg");
}
