// The main pages, as a visitor sees them, held against the pictures that were accepted.
#include <algorithm>

#include "tests/golden/album.h"
#include "tests/support/catch.h"

namespace lotsen::tests {
namespace {

// Those whose names begin so.
void hold_pictures(const std::string& beginning) {
  int held = 0;
  for (const Scene& scene : scenes()) {
    if (!scene.name.starts_with(beginning)) continue;
    ++held;
    if (const std::optional<std::string> fault = fault_of(scene)) FAIL_CHECK(*fault);
  }
  CHECK(held > 0);
}

}  // namespace

TEST_CASE("the pages in Swedish look as accepted", "[picture]") {
  hold_pictures("sv_");
}

TEST_CASE("the pages in Arabic look as accepted, mirrored", "[picture]") {
  hold_pictures("ar_");
}

TEST_CASE("pages in other scripts, and one that is not translated, look as accepted", "[picture]") {
  for (const char* language : {"prs_", "uk_", "ti_", "yi_"}) hold_pictures(language);
}

TEST_CASE("the pages in high contrast look as accepted", "[picture]") {
  hold_pictures("contrast_");
}

TEST_CASE("the pages in easy Swedish with the largest text look as accepted", "[picture]") {
  hold_pictures("simple_200_");
}

TEST_CASE("the pages on an upright screen, also in low reach, look as accepted", "[picture]") {
  hold_pictures("tall_");
}

TEST_CASE("home on small and large screens looks as accepted", "[picture]") {
  for (const char* screen : {"tablet_", "large_"}) hold_pictures(screen);
}

TEST_CASE("every scene has a name of its own that one of the tests here looks for") {
  const std::vector<std::string> beginnings{"sv_",       "ar_",         "prs_",  "uk_",     "ti_",   "yi_",
                                            "contrast_", "simple_200_", "tall_", "tablet_", "large_"};
  for (const Scene& scene : scenes()) {
    INFO(scene.name);
    CHECK(std::ranges::count(scenes(), scene.name, &Scene::name) == 1);
    CHECK(std::ranges::any_of(beginnings, [&](const auto& start) { return scene.name.starts_with(start); }));
  }
}

TEST_CASE("no picture is kept that no scene has") {
  for (const std::string& name : pictures_without_scene()) FAIL_CHECK(name);
}

}  // namespace lotsen::tests
