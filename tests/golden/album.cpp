#include "tests/golden/album.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "tests/golden/comparison.h"

namespace lotsen::tests {
namespace {

namespace fs = std::filesystem;

const fs::path kAccepted = LOTSEN_GOLDEN_PICTURES;
const fs::path kOut = LOTSEN_GOLDEN_OUT;

std::string wish() {
  const char* value = std::getenv("LOTSEN_GOLDEN");
  return value == nullptr ? "" : value;
}

std::string percent(double share) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f %%", share * 100);
  return text;
}

std::string told(const Scene& scene, const std::string& what, const std::string& where) {
  return scene.name + ": " + what + "; see " + where +
         "\nIf that is how it should look: tests/golden/accept.sh";
}

std::optional<std::string> compared(const Scene& scene, const Picture& shown) {
  const fs::path file = kAccepted / (scene.name + ".png");
  const fs::path now = kOut / (scene.name + ".new.png");
  const fs::path difference = kOut / (scene.name + ".difference.png");
  fs::remove(now);
  fs::remove(difference);
  if (!fs::exists(file)) {
    write_picture(now, shown);
    return told(scene, "there is no accepted picture", now.string());
  }
  const Picture accepted = read_picture(file);
  if (alike(accepted, shown)) return {};
  write_picture(now, shown);
  write_picture(difference, difference_picture(accepted, shown));
  return told(scene, percent(differing_share(accepted, shown)) + " of the pixels differ",
              now.string() + " and " + difference.string());
}

// What has not changed keeps its file, so that a commit holds only what did.
void accept(const Scene& scene, const Picture& shown) {
  if (!compared(scene, shown)) return;
  fs::rename(kOut / (scene.name + ".new.png"), kAccepted / (scene.name + ".png"));
  fs::remove(kOut / (scene.name + ".difference.png"));
}

}  // namespace

std::optional<std::string> fault_of(const Scene& scene) {
  const Picture whole = drawn(scene);
  const std::string wished = wish();
  if (wished.empty()) return compared(scene, half_size(whole));
  if (wished == "accept")
    accept(scene, half_size(whole));
  else
    write_picture(fs::path(wished) / (scene.name + ".png"), whole);
  return {};
}

std::vector<std::string> pictures_without_scene() {
  std::vector<std::string> strays;
  for (const auto& file : fs::directory_iterator(kAccepted)) {
    const std::string name = file.path().stem().string();
    if (std::ranges::find(scenes(), name, &Scene::name) == scenes().end()) strays.push_back(name);
  }
  return strays;
}

}  // namespace lotsen::tests
