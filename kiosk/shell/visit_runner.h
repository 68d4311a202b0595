// Runs a visit script against the real program: real SDL events at the elements' places, the real outbox,
// real HTTP. Lines come one by one from a file or a pipe, since they may hold what a visitor types.
#pragma once
#include <filesystem>
#include <functional>

#include "kiosk/shell/shell.h"

namespace lotsen::shell {

struct VisitFiles {
  std::filesystem::path script;
  std::filesystem::path out;  // made when it is not there
};

struct VisitOutside {
  std::function<void(bool)> set_offline;
  std::function<bool()> interrupted;
  std::function<void(int, int)> resize_screen;  // to that width and height in pixels
};

// 0 when every line held; 1 and one line on standard error at the first that did not; 2 when the script
// cannot be read.
int run_visit(Shell& shell, VisitClock& clock, const VisitOutside& outside, const VisitFiles& files);

}  // namespace lotsen::shell
