#include "tests/support/catch.h"
#include "tests/ui/stage.h"

using namespace lotsen;
using tests::Stage;

namespace {

int area(const std::vector<shell::DirtyBox>& boxes) {
  int sum = 0;
  for (const shell::DirtyBox& box : boxes) sum += box.width * box.height;
  return sum;
}

}  // namespace

TEST_CASE("the first frame paints the whole screen and the same frame again paints nothing") {
  Stage stage;
  CHECK(area(stage.paint()) == 1920 * 1080);
  stage.turn();
  CHECK(stage.paint().empty());
}

TEST_CASE("a typed character paints a small part of the screen") {
  Stage stage;
  stage.go_to("questions.1");
  stage.type("q.location", "Storgatan");
  stage.paint();
  ui::Input letter;
  letter.text.append(" ");
  letter.text.append("1");
  stage.turn(std::move(letter));
  const int painted = area(stage.paint());
  CHECK(painted > 0);
  CHECK(painted < 1920 * 1080 / 20);
}

TEST_CASE("painting only what changed gives the same picture as painting all") {
  Stage stage;
  for (const char* id :
       {"home.services", "service.fault_report", "q.kind.streetlight", "nav.next", "q.location", "key.s",
        "key.t", "key.shift", "key.done", "nav.next", "nav.back", "help.staff", "help.close"}) {
    stage.press(id);
    stage.paint();
    const std::vector<std::uint32_t> piecewise = stage.pixels();
    stage.renderer().forget();
    stage.pixels().assign(stage.pixels().size(), 0xDEADBE);
    stage.paint();
    INFO("after " << id);
    CHECK(piecewise == stage.pixels());
  }
}

TEST_CASE("a screen of another size is painted anew") {
  Stage stage;
  stage.paint();
  std::vector<std::uint32_t> smaller(800 * 600);
  CHECK(area(stage.renderer().render(*stage.ui().draw_data(), {smaller.data(), 800, 600, 800})) == 800 * 600);
}

TEST_CASE("a screen of the same size but with other pixels is painted anew") {
  Stage stage;
  stage.paint();
  std::vector<std::uint32_t> other(1920 * 1080);
  CHECK(area(stage.renderer().render(*stage.ui().draw_data(), {other.data(), 1920, 1080, 1920})) ==
        1920 * 1080);
}

TEST_CASE("a screen without pixels is painted without harm, and the next one whole") {
  Stage stage;
  for (const auto& [width, height] :
       {std::pair{0, 0}, std::pair{1, 1}, std::pair{0, 1080}, std::pair{1920, 0}}) {
    std::vector<std::uint32_t> few(1);
    const auto painted = stage.renderer().render(*stage.ui().draw_data(), {few.data(), width, height, width});
    CHECK(area(painted) == width * height);
  }
  CHECK(area(stage.paint()) == 1920 * 1080);
}

TEST_CASE("flat colours come out exactly as the theme has them") {
  Stage stage;
  stage.paint();
  const ui::Theme theme;
  CHECK(stage.pixels()[600 * 1920 + 1900] == theme.background);
  CHECK(stage.pixels()[5 * 1920 + 960] == theme.surface);
  const ui::Box tile = stage.find("home.services")->box;
  CHECK(stage.pixels()[static_cast<std::size_t>(tile.y + tile.height - 30) * 1920 +
                       static_cast<std::size_t>(tile.x + 10)] == theme.brand);
}
