// The kiosk on a real X display that is turned, and in a window that somebody makes larger and smaller.
#include "tests/support/catch.h"
#include "tests/support/site.h"
#include "tests/support/virtual_display.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

// The kiosk on that display, told what to do line by line.
class Screen {
 public:
  Screen(const Site& site, const VirtualDisplay& display, const Words& settings = {})
      : site_(site), kiosk_(command_line(site, display, settings)) {}

  void does(const std::string& lines) { kiosk_.say(lines + "\n"); }

  // Nothing announces that the kiosk has heard of another size: pictures are taken, one after the other,
  // until one has it.
  bool becomes(const std::string& size) {
    return eventually([&] { return taken() == size || kiosk_.ended(); }) && !kiosk_.ended();
  }

  Shown ends_with_list() {
    does("elements last");
    kiosk_.end_input();
    const int status = kiosk_.wait();
    INFO(kiosk_.errors());
    REQUIRE(status == 0);
    return shown_from_json(text_of(site_.out() / "last.json"));
  }

 private:
  std::string taken() {
    const std::filesystem::path picture = site_.out() / "now.png";
    std::filesystem::remove(picture);
    does("shot now");
    eventually([&] { return !size_of_png(picture).empty() || kiosk_.ended(); });
    return size_of_png(picture);
  }

  static Words command_line(const Site& site, const VirtualDisplay& display, const Words& settings) {
    Words words = {"/usr/bin/env", "DISPLAY=" + display.name()};
    for (const std::string& word : site.kiosk(settings)) words.push_back(word);
    words.insert(words.end(), {"--visit", "/dev/stdin", "--out", site.out().string()});
    return words;
  }

  const Site& site_;
  Program kiosk_;
};

constexpr const char* kToTheForm =
    "wait home.services 10s\npress home.services\nwait service.fault_report\npress service.fault_report\n"
    "wait q.kind.streetlight\npress q.kind.streetlight\npress nav.next\nwait q.location\n"
    "type q.location \"Torggatan 5\"";

}  // namespace

TEST_CASE("the kiosk covers the display it finds, and follows when it is turned in the middle of a form") {
  const Site site;
  VirtualDisplay display(1920, 1080);
  Screen screen(site, display);
  CHECK(screen.becomes("1920x1080"));
  screen.does(kToTheForm);
  CHECK(screen.becomes("1920x1080"));
  display.turn_to(1080, 1920);
  CHECK(screen.becomes("1080x1920"));
  screen.does("press key.done\npress nav.next\nwait q.description\npress nav.back\nwait q.location");
  CHECK(screen.becomes("1080x1920"));
  display.turn_to(800, 1280);
  CHECK(screen.becomes("800x1280"));
  display.turn_to(1920, 1080);
  CHECK(screen.becomes("1920x1080"));
  CHECK(screen.ends_with_list()["q.location"].value == "Torggatan 5");
}

TEST_CASE("a window that is made larger, smaller and next to nothing keeps the visit") {
  const Site site;
  VirtualDisplay display(1920, 1080);
  Screen screen(site, display, {"screen.windowed=true", "screen.width=1280", "screen.height=800"});
  CHECK(screen.becomes("1280x800"));
  screen.does(kToTheForm);
  CHECK(screen.becomes("1280x800"));
  for (const auto& [width, height] :
       {std::pair{1, 1}, std::pair{7, 900}, std::pair{1900, 3}, std::pair{720, 1000}}) {
    display.resize_window(width, height);
    CHECK(screen.becomes(std::to_string(width) + "x" + std::to_string(height)));
  }
  CHECK(screen.ends_with_list()["q.location"].value == "Torggatan 5");
}

}  // namespace lotsen::tests
