// Visitor: the real kiosk driven line by line through a pipe, so that a test sees what is shown and acts in
// between. Neither the pipe nor the list it gives back leaves anything in the kiosk. For the test's own
// thread.
#pragma once
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "tests/support/site.h"

namespace lotsen::tests {

struct ShownElement {
  std::string label;
  std::string value;
  std::string hint;
};
using Shown = std::map<std::string, ShownElement>;  // by id

class FifoReader;

class Visitor {
 public:
  explicit Visitor(const Site& site, const Words& settings = {});
  ~Visitor();

  void does(std::string_view lines);  // of a visit script; a line that does not hold ends the kiosk with 1
  Shown shown();                      // after all lines so far; throws when the kiosk has ended

  // Nothing when the kiosk did not come that far in time; ask again to go on waiting for the same.
  std::optional<Shown> shown_within(int at_most_ms);

  void starts_fault_report();               // to the question of the place
  void fills_in(const std::string& place);  // from there to the check page
  void finishes() { does("press nav.next\nwait home.services 5s"); }
  void leaves();  // the end of the script; the kiosk ends with 0
  Program& kiosk() { return kiosk_; }

 private:
  std::filesystem::path list_;          // a FIFO: its reader sees when the list is written
  std::unique_ptr<FifoReader> reader_;  // while a list is on its way
  Program kiosk_;
};

// "SC-…" or nothing.
std::string reference_in(const Shown& shown);

// An element list as the kiosk writes it.
Shown shown_from_json(const std::string& json);

}  // namespace lotsen::tests
