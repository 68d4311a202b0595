#include <algorithm>
#include <map>

#include "tests/support/catch.h"
#include "tests/ui/stage.h"

using namespace lotsen;
using tests::Stage;

namespace {

struct Shape {
  int width, height;
};

bool overlap(const ui::Box& a, const ui::Box& b) {
  constexpr float kRounding = 0.5F;
  return a.x + kRounding < b.x + b.width && b.x + kRounding < a.x + a.width &&
         a.y + kRounding < b.y + b.height && b.y + kRounding < a.y + a.height;
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

bool inside_screen(const ui::Element& a, const Stage& stage) {
  return a.box.x >= -0.5F && a.box.y >= -0.5F &&
         a.box.x + a.box.width <= static_cast<float>(stage.width()) + 0.5F &&
         a.box.y + a.box.height <= static_cast<float>(stage.height()) + 0.5F;
}

float least_gap(const ui::Element& a, const ui::Element& b) {
  const bool keys = a.role == ui::Role::key && b.role == ui::Role::key;
  return keys ? 11.0F : 15.5F;
}

void check_pair(const ui::Element& a, const ui::Element& b, float scale) {
  if (a.role == ui::Role::field && b.id.starts_with(a.id)) return;
  // The greeting's texts lie on the one thing to press, which is the whole of it.
  if ((a.id == "attract.start") != (b.id == "attract.start") &&
      !(ui::is_pressable(a.role) && ui::is_pressable(b.role)))
    return;
  INFO("beside " << b.id);
  CHECK_FALSE(overlap(a.box, b.box));
  if (ui::is_pressable(a.role) && ui::is_pressable(b.role))
    CHECK(gap(a.box, b.box) >= least_gap(a, b) * scale);
}

// What of a long page is out of sight is looked at when it is in sight.
void check_page(const Stage& stage) {
  const float scale = scale_of(stage);
  for (const ui::Element& a : stage.elements()) {
    if (a.out_of_sight) continue;
    INFO(a.id << " \"" << a.label << "\"");
    CHECK(inside_screen(a, stage));
    if (ui::is_pressable(a.role)) {
      CHECK(a.box.height >= 72 * scale - 0.5F);
      CHECK(a.box.width >= 72 * scale - 0.5F);
    }
    for (const ui::Element& b : stage.elements()) {
      if (&a != &b && !b.out_of_sight) check_pair(a, b, scale);
    }
  }
  for (const std::string& text : stage.ui().text_faults()) {
    INFO("not drawn as it should be: " << text);
    CHECK(false);
  }
}

// What has been seen of the things on a long page: each by its upper and its lower edge, since what is higher
// than its place is read in two parts.
class Seen {
 public:
  void look(const Stage& stage) {
    const ui::Box view = stage.ui().scroll_view();
    for (const ui::Element& e : stage.elements()) {
      const bool top = !e.out_of_sight || (e.box.y >= view.y - 1 && e.box.y < view.y + view.height);
      const float lower = e.box.y + e.box.height;
      const bool bottom = !e.out_of_sight || (lower > view.y && lower <= view.y + view.height + 1);
      Edges& edges = seen_[e.id];
      edges = {edges.top || top, edges.bottom || bottom};
    }
  }
  std::vector<std::string> hidden() const {
    std::vector<std::string> ids;
    for (const auto& [id, edges] : seen_) {
      if (!edges.top || !edges.bottom) ids.push_back(id);
    }
    return ids;
  }

 private:
  struct Edges {
    bool top = false;
    bool bottom = false;
  };
  std::map<std::string, Edges> seen_;
};

// Down the page by its button; nothing of it may stay out of reach.
void check_long_page(Stage& stage) {
  check_page(stage);
  if (stage.find("scroll.down") == nullptr) return;
  Seen seen;
  seen.look(stage);
  for (int i = 0; i < 40 && !seen.hidden().empty(); ++i) {
    stage.press("scroll.down");
    check_page(stage);
    seen.look(stage);
  }
  for (const std::string& id : seen.hidden()) {
    INFO(id << " never came into sight");
    CHECK(false);
  }
}

// One after another along the line of reading, then the next line.
void check_reading_order(const Stage& stage) {
  const ui::Element* before = nullptr;
  const bool mirrored = stage.ui().right_to_left();
  for (const ui::Element& now : stage.elements()) {
    if (!ui::is_pressable(now.role) || now.role == ui::Role::key || now.id.starts_with("scroll.")) continue;
    if (before != nullptr && !before->out_of_sight && !now.out_of_sight) {
      INFO(before->id << " comes before " << now.id);
      const bool below = now.box.y >= before->box.y + before->box.height - 1;
      const bool after = mirrored ? now.box.x < before->box.x : now.box.x > before->box.x;
      const bool header_to_page = now.box.y > before->box.y + 1;
      CHECK((below || after || header_to_page));
    }
    before = &now;
  }
}

}  // namespace

TEST_CASE(
    "every page fits its screen in every language and text size, and what is pressed is large and apart") {
  const Shape shape = GENERATE(Shape{1920, 1080}, Shape{1280, 800}, Shape{1080, 1920});
  const int percent = GENERATE(100, 130, 160, 200);
  for (const std::string& language : Stage::complete_languages()) {
    Stage stage(shape.width, shape.height, language, {.text_percent = percent});
    stage.walk([&](const std::string& page) {
      INFO(page << " in " << language << " at " << shape.width << "x" << shape.height << ", " << percent
                << " %");
      check_long_page(stage);
      check_reading_order(stage);
    });
  }
}

TEST_CASE("every page fits in low reach, and nothing to press lies above the band") {
  const Shape shape = GENERATE(Shape{1920, 1080}, Shape{1080, 1920});
  const int percent = GENERATE(100, 200);
  const std::string language = GENERATE("sv", "ar");
  Stage stage(shape.width, shape.height, language, {.text_percent = percent, .low_reach = true});
  const float band = static_cast<float>(shape.height) * (shape.width > shape.height ? 0.22F : 0.38F);
  stage.walk([&](const std::string& page) {
    INFO(page << " in " << language << " at " << shape.width << "x" << shape.height << ", " << percent
              << " %");
    check_long_page(stage);
    for (const ui::Element& e : stage.elements()) {
      INFO(e.id);
      if (ui::is_pressable(e.role) && !e.out_of_sight) CHECK(e.box.y >= band - 1);
    }
  });
}

TEST_CASE("the pages that every language has fit in all of them") {
  const int percent = GENERATE(100, 200);
  for (const std::string& language : Stage::languages()) {
    for (const std::string page : {"home", "languages", "help", "attract", "idle", "closed"}) {
      Stage stage(1080, 1920, language, {.text_percent = percent});
      stage.go_to(page);
      INFO(page << " in " << language << ", " << percent << " %");
      check_long_page(stage);
    }
  }
}

TEST_CASE("pages fit large and small screens of both shapes") {
  const Shape shape = GENERATE(Shape{3840, 2160}, Shape{800, 1280});
  Stage stage(shape.width, shape.height);
  stage.walk([&](const std::string& page) {
    INFO(page);
    check_long_page(stage);
  });
}

TEST_CASE("on a small tablet whose size is known nothing to press is under nine millimetres") {
  constexpr float kPxPerMm = 1280 / 217.0F;  // 10.1 inches
  Stage stage(1280, 800);
  stage.set_px_per_mm(kPxPerMm);
  const auto check = [&](const std::string& page) {
    INFO(page);
    check_page(stage);
    for (const ui::Element& e : stage.elements()) {
      INFO(e.id);
      if (ui::is_pressable(e.role)) CHECK(std::min(e.box.width, e.box.height) >= 9 * kPxPerMm - 0.5F);
    }
  };
  stage.turn();
  stage.walk([&](const std::string& page) {
    check(page);
    if (page != "questions.1") return;
    stage.press("q.location");
    check("keyboard");
    stage.press("key.done");
  });
}

TEST_CASE("low reach follows the measures of the glass, and is not offered where all of it is low") {
  Stage stage(1080, 1920, "sv", {.low_reach = true});
  stage.set_px_per_mm(1920 / 700.0F);
  stage.set_reach_mm(350);
  for (const ui::Element& e : stage.elements()) {
    INFO(e.id);
    if (ui::is_pressable(e.role)) CHECK(e.box.y >= 960 - 1);
  }
  stage.set_reach_mm(700);
  CHECK(stage.find("access.low_reach") == nullptr);
  CHECK(stage.find("lang.more")->box.y < 200);
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
