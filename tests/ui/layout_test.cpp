#include <algorithm>

#include "tests/support/catch.h"
#include "tests/ui/stage.h"

using namespace lotsen;
using tests::Stage;

namespace {

struct Shape {
  int width, height;
};

bool overlap(const ui::Box& a, const ui::Box& b) {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

float gap(const ui::Box& a, const ui::Box& b) {
  const float x = std::max({a.x - b.x - b.width, b.x - a.x - a.width, 0.0F});
  const float y = std::max({a.y - b.y - b.height, b.y - a.y - a.height, 0.0F});
  return std::max(x, y);
}

float scale_of(const Stage& stage) {
  const auto shorter = static_cast<float>(std::min(stage.width(), stage.height()));
  const auto longer = static_cast<float>(std::max(stage.width(), stage.height()));
  return std::min(longer / 1920, shorter / 1080);
}

void check_page(const Stage& stage) {
  const float scale = scale_of(stage);
  for (const ui::Element& a : stage.elements()) {
    INFO(a.id << " \"" << a.label << "\"");
    CHECK(a.box.x >= 0);
    CHECK(a.box.x + a.box.width <= static_cast<float>(stage.width()) + 0.5F);
    CHECK(a.box.y >= 0);
    CHECK(a.box.y + a.box.height <= static_cast<float>(stage.height()) + 0.5F);
    for (const ui::Element& b : stage.elements()) {
      if (&a == &b || ui::is_pressable(a.role) || ui::is_pressable(b.role)) continue;
      INFO("beside " << b.id);
      CHECK_FALSE(overlap(a.box, b.box));
    }
    if (!ui::is_pressable(a.role)) continue;
    CHECK(a.box.height >= 72 * scale - 0.5F);
    CHECK(a.box.width >= 72 * scale - 0.5F);
    for (const ui::Element& b : stage.elements()) {
      if (&a == &b) continue;
      INFO("beside " << b.id);
      if (a.role == ui::Role::field && b.id.starts_with(a.id)) continue;
      CHECK_FALSE(overlap(a.box, b.box));
      const bool keys = a.role == ui::Role::key && b.role == ui::Role::key;
      const bool chips = a.id.starts_with("lang.") && b.id.starts_with("lang.");
      if (ui::is_pressable(b.role)) CHECK(gap(a.box, b.box) >= (keys || chips ? 11.0F : 15.5F) * scale);
    }
  }
}

}  // namespace

TEST_CASE("every page fits its screen in every language, and what is pressed is large and apart") {
  const Shape shape =
      GENERATE(Shape{1920, 1080}, Shape{3840, 2160}, Shape{1280, 800}, Shape{1080, 1920}, Shape{800, 1280});
  const std::string language = GENERATE("sv", "en");
  for (const std::string& page : Stage::pages()) {
    Stage stage(shape.width, shape.height, language);
    stage.go_to(page);
    INFO(page << " in " << language << " at " << shape.width << "x" << shape.height);
    check_page(stage);
  }
}

TEST_CASE("a way to a human is on every page") {
  for (const std::string& page : Stage::pages()) {
    Stage stage;
    stage.go_to(page);
    INFO(page);
    CHECK(stage.find("help.staff") != nullptr);
  }
}

TEST_CASE("the keyboard never covers the field it writes in, nor the way on") {
  const Shape shape = GENERATE(Shape{1920, 1080}, Shape{1280, 800}, Shape{1080, 1920}, Shape{800, 1280});
  for (const std::string& id :
       {std::string("q.location"), std::string("q.description"), std::string("q.phone")}) {
    Stage stage(shape.width, shape.height);
    stage.go_to(id == "q.location" ? "questions.1" : id == "q.description" ? "questions.2" : "questions.3");
    if (id == "q.phone") stage.press("q.contact.sms");
    stage.press(id);
    REQUIRE(stage.ui().keyboard_open());
    const float top = stage.ui().keyboard_top() * scale_of(stage);
    for (const std::string& shown : {id, std::string("nav.next"), std::string("nav.back")}) {
      INFO(shown);
      REQUIRE(stage.find(shown) != nullptr);
      CHECK(stage.find(shown)->box.y + stage.find(shown)->box.height <= top);
    }
    check_page(stage);
  }
}

TEST_CASE("an error leaves the field and the way on in sight while the keyboard is open") {
  Stage stage;
  stage.go_to("questions.2");
  stage.press("nav.next");
  REQUIRE(stage.find("q.description.error") != nullptr);
  stage.press("q.description");
  REQUIRE(stage.ui().keyboard_open());
  check_page(stage);
}

TEST_CASE("a long answer makes the check page scroll, by its buttons and by drag") {
  Stage stage;
  stage.go_to("questions.2");
  std::string many;
  for (int i = 0; i < 60; ++i) many += "En mycket lång rad. ";
  stage.type("q.description", many.substr(0, 990));
  stage.press("nav.next");
  stage.press("q.contact.none");
  stage.press("nav.next");
  REQUIRE(stage.find("scroll.down") != nullptr);
  const float before = stage.find("review.edit.kind")->box.y;
  stage.press("scroll.down");
  const float scrolled = stage.find("review.edit.kind")->box.y;
  CHECK(scrolled < before);

  ui::Input finger;
  finger.pointer_x = 500;
  finger.pointer_y = 400;
  finger.pointer_down = true;
  stage.turn(finger);
  finger.pointer_y = 520;
  stage.turn(finger);
  CHECK(stage.find("review.edit.kind")->box.y > scrolled);
}
