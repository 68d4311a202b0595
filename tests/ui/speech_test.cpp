#include <algorithm>

#include "tests/support/catch.h"
#include "tests/ui/stage.h"

using namespace lotsen;
using tests::Stage;

namespace {

bool said(const std::vector<std::string>& sentences, const std::string& part) {
  return std::ranges::any_of(sentences, [&](const std::string& s) { return s.find(part) != s.npos; });
}

}  // namespace

TEST_CASE("a page says its heading and texts when it opens") {
  Stage stage;
  CHECK(said(stage.spoken(), "Välkommen. Vad vill du göra?"));
}

TEST_CASE("what gets the focus is said with its label, kind and hint") {
  Stage stage;
  stage.go_to("questions.1");
  stage.spoken();
  while (stage.focused() != "q.location") stage.key(ui::Key::tab);
  const auto sentences = stage.spoken();
  CHECK(said(sentences, "Adress eller plats. textfält. tomt"));
}

TEST_CASE("every focus stop of every page says something that holds its label") {
  for (const std::string& page : Stage::pages()) {
    Stage stage;
    stage.go_to(page);
    const auto stops = std::ranges::count_if(
        stage.elements(), [](const ui::Element& element) { return ui::is_pressable(element.role); });
    for (int i = 0; i < stops; ++i) {
      stage.spoken();
      stage.key(ui::Key::tab);
      const ui::Element* focused = stage.find(stage.focused());
      REQUIRE(focused != nullptr);
      INFO(page << " " << focused->id);
      CHECK_FALSE(focused->label.empty());
      CHECK(said(stage.spoken(), focused->label));
    }
  }
}

TEST_CASE("an error is said: which question, and what to do") {
  Stage stage;
  stage.go_to("questions.1");
  stage.spoken();
  stage.press("nav.next");
  REQUIRE(stage.find("q.location.error") != nullptr);
  const auto sentences = stage.spoken();
  CHECK(said(sentences, stage.find("q.location")->label));
  CHECK(said(sentences, stage.find("q.location.error")->label));
}

TEST_CASE("a receipt says when it was received, and nothing twice") {
  Stage stage;
  stage.go_to("receipt");
  CHECK(said(stage.spoken(), "Sparat"));
  const auto submission = std::get<app::ReceiptPage>(stage.state().page).submission;
  stage.happens(app::SubmissionReceived{submission});
  stage.turn();
  CHECK(said(stage.spoken(), "Inskickat"));
  stage.turn();
  CHECK(stage.spoken().empty());
}

TEST_CASE("what nobody listens to does not pile up while the greeting changes for hours") {
  Stage stage;
  for (int i = 0; i < 600; ++i) stage.advance(6'000);
  CHECK(stage.spoken().size() <= 300);
}
