// Times page switches in every language: from the lifted finger to the painted page, in memory (what an X
// server adds is measured by bench_watch). First time: in a new visit, whose text pictures are gone; fonts
// and dictionaries are warm. Again: the same pages once more in that visit.
//   bench_pages     prints "first_p50 first_max again_p50 again_max", milliseconds, and on standard error the
//                   slowest of each: language, text size, page
#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "tests/bench/stopwatch.h"
#include "tests/ui/stage.h"

using lotsen::tests::Stage;

namespace {

struct Switch {
  double ms = 0;
  std::string where;
};
using Switches = std::vector<Switch>;

void press(Stage& stage, const std::string& id, const std::string& where, Switches& switches) {
  stage.down(id);
  stage.paint();
  const lotsen::ui::Box box = stage.find(id)->box;
  const lotsen::bench::Stopwatch watch;
  stage.up_at(box.x + box.width / 2, box.y + box.height / 2);
  stage.paint();
  switches.push_back({watch.ms(), where + ", " + id});
}

// There and back, over the pages up to the first question.
void tour(Stage& stage, const std::string& where, Switches& switches) {
  for (const char* id : {"help.staff", "help.close", "lang.more", "nav.back", "home.services",
                         "service.fault_report", "nav.back", "nav.back"})
    press(stage, id, where, switches);
}

void report(const char* name, Switches& switches) {
  std::ranges::sort(switches, {}, &Switch::ms);
  std::printf("%.3f %.3f ", switches[switches.size() / 2].ms, switches.back().ms);
  std::fprintf(stderr, "%s: slowest of %zu is %s\n", name, switches.size(), switches.back().where.c_str());
}

}  // namespace

int main() {
  Switches first;
  Switches again;
  for (const std::string& language : Stage::languages()) {
    for (const int percent : {100, 200}) {
      const std::string where = language + " at " + std::to_string(percent) + " %";
      Stage stage(1920, 1080, language, {.text_percent = percent});
      Switches warming;
      tour(stage, where, warming);
      stage.begin_visit(language, {.text_percent = percent});
      stage.paint();
      tour(stage, where, first);
      tour(stage, where, again);
    }
  }
  report("first time", first);
  report("again", again);
  std::puts("");
}
