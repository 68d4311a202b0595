// Where the keys of all layouts lie, and that fonts have what is on them.
#include <algorithm>
#include <set>

#include "tests/support/catch.h"
#include "tests/ui/desk.h"

using namespace lotsen;
using tests::Desk;
using tests::Stage;
using ui::KeyboardKind;

namespace {

float scale_of(const Desk& desk) {
  const auto width = static_cast<float>(desk.setting().width);
  const auto height = static_cast<float>(desk.setting().height);
  return std::min(std::max(width, height) / 1920, std::min(width, height) / 1080);
}

std::vector<ui::Element> keys_on(const Desk& desk) {
  std::vector<ui::Element> keys;
  for (const ui::Element& e : desk.elements()) {
    if (e.role == ui::Role::key) keys.push_back(e);
  }
  return keys;
}

bool apart(const ui::Box& a, const ui::Box& b, float gap) {
  return a.x + a.width + gap <= b.x || b.x + b.width + gap <= a.x || a.y + a.height + gap <= b.y ||
         b.y + b.height + gap <= a.y;
}

void check_keys(const Desk& desk) {
  const float scale = scale_of(desk);
  const float least = 72 * scale - 0.5F;
  const std::vector<ui::Element> keys = keys_on(desk);
  std::set<std::string> ids;
  for (const ui::Element& a : keys) {
    INFO(a.id << " \"" << a.label << "\"");
    CHECK(ids.insert(a.id).second);
    CHECK(a.box.width >= least);
    CHECK(a.box.height >= least);
    CHECK(a.box.x >= 0);
    CHECK(a.box.x + a.box.width <= static_cast<float>(desk.setting().width));
    CHECK(a.box.y >= desk.ui().keyboard_top() * scale);
    CHECK(a.box.y + a.box.height <= static_cast<float>(desk.setting().height));
    for (const ui::Element& b : keys) {
      if (&a == &b || apart(a.box, b.box, 11.5F * scale)) continue;
      INFO("too near " << b.id);
      CHECK(false);
    }
  }
  for (const std::string& text : desk.ui().text_faults()) {
    INFO("no font has all of " << text);
    CHECK(false);
  }
}

void check_all_pages(Desk& desk) {
  check_keys(desk);
  if (!desk.shows("key.signs")) return;
  desk.press("key.signs");
  check_keys(desk);
  desk.press("key.signs");
  if (!desk.shows("key.globe")) return;
  desk.press("key.globe");
  check_keys(desk);
}

}  // namespace

TEST_CASE("the keys of every keyboard are large, apart, on the screen and not twice, in every text size") {
  const auto [width, height] = GENERATE(std::pair{1920, 1080}, std::pair{1280, 800}, std::pair{1080, 1920});
  const float text_scale = GENERATE(1.0F, 1.3F, 2.0F);
  const KeyboardKind kind = GENERATE(KeyboardKind::letters, KeyboardKind::email, KeyboardKind::numbers);
  for (const std::string& language : Stage::languages()) {
    INFO(language << " at " << width << "x" << height << ", " << text_scale);
    Desk desk({language, kind, width, height, text_scale});
    check_all_pages(desk);
    CHECK(desk.ui().keyboard_top() >= 0.53F * desk.ui().height() - 0.5F);
  }
}

TEST_CASE("on small glass keys are as wide as fingers need, and arrows leave where there is no room") {
  for (const std::string& language : Stage::languages()) {
    INFO(language);
    Desk desk({.language = language, .width = 800, .height = 1280, .px_per_mm = 7.0F});
    CHECK(desk.ui().least_press() > 80);
    check_all_pages(desk);
    for (const ui::Element& key : keys_on(desk)) {
      INFO(key.id);
      CHECK(key.box.height >= desk.ui().least_press() * scale_of(desk) - 1);
    }
  }
}

TEST_CASE("what a long press offers fits, and fonts have all of it") {
  for (const std::string& language : Stage::languages()) {
    Desk desk({.language = language, .width = 1080, .height = 1920, .text_scale = 2});
    for (const ui::Element& key : keys_on(desk)) {
      desk.down(key.id);
      if (!desk.wake_at() || key.id == "key.backspace" || key.id == "key.shift") {
        desk.slide_to("field");
        desk.up();
        continue;
      }
      INFO(key.id << " in " << language);
      desk.wait(600);
      desk.up();
      CHECK(desk.shows("key.offer." + key.id.substr(4)));
      check_keys(desk);
    }
  }
}
