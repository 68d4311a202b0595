// The pages that golden pictures show, and how a visitor comes to each.
#pragma once
#include <string>
#include <vector>

#include "kiosk/app/state.h"
#include "tests/golden/picture.h"

namespace lotsen::tests {

struct Screen {
  int width = 1920;
  int height = 1080;
};

// One picture: `page` is what scenes.cpp names its ways by, such as "home" or "question_keyboard".
struct Scene {
  std::string name;  // of the picture's file
  std::string page;
  std::string language = "sv";
  Screen screen = {};
  app::Looks looks = {};
};

const std::vector<Scene>& scenes();

// As the screen shows it once nothing moves any more.
Picture drawn(const Scene& scene);

}  // namespace lotsen::tests
