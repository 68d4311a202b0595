#include <set>

#include "tests/support/catch.h"
#include "tests/ui/stage.h"

using namespace lotsen;
using tests::Stage;

TEST_CASE("Tab reaches everything that can be pressed, once, and comes round") {
  for (const std::string& page : Stage::pages()) {
    Stage stage;
    stage.go_to(page);
    INFO(page);
    std::vector<std::string> expected;
    for (const ui::Element& element : stage.elements()) {
      if (ui::is_pressable(element.role)) expected.push_back(element.id);
    }
    std::vector<std::string> visited;
    stage.key(ui::Key::tab);
    const std::string first = stage.focused();
    REQUIRE_FALSE(first.empty());
    do {
      visited.push_back(stage.focused());
      stage.key(ui::Key::tab);
    } while (stage.focused() != first && visited.size() <= expected.size());
    CHECK(std::set(visited.begin(), visited.end()) == std::set(expected.begin(), expected.end()));
    CHECK(visited.size() == expected.size());
  }
}

TEST_CASE("Shift-Tab walks the other way") {
  Stage stage;
  stage.go_to("questions.0");
  stage.key(ui::Key::tab);
  const std::string first = stage.focused();
  stage.key(ui::Key::tab);
  CHECK(stage.focused() != first);
  stage.key(ui::Key::shift_tab);
  CHECK(stage.focused() == first);
}

TEST_CASE("the focus goes down the page as one reads it") {
  Stage stage;
  stage.go_to("questions.0");
  stage.key(ui::Key::tab);
  float y = -1;
  while (stage.focused() != "help.staff") {
    const ui::Box box = stage.find(stage.focused())->box;
    CHECK(box.y + box.height > y);
    y = box.y;
    stage.key(ui::Key::tab);
  }
}

TEST_CASE("the focus can be seen when it came by a key, and is not drawn for a finger") {
  Stage stage;
  stage.paint();
  stage.key(ui::Key::tab);
  CHECK_FALSE(stage.paint().empty());
}

TEST_CASE("a new page begins without a focus of the old one") {
  Stage stage;
  stage.key(ui::Key::tab);
  stage.press("home.services");
  CHECK(stage.focused().empty());
}
