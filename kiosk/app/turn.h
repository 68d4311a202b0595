// One turn of update: what it may change and ask for. Used inside this folder only.
#pragma once
#include <utility>

#include "kiosk/app/update.h"

namespace lotsen::app {

struct Turn {
  State& state;
  const Setup& setup;
  IdSource& ids;
  Commands commands;

  // The page that calls this is gone afterwards: it must be the last thing it does.
  void go_to(Page page) { state.page = std::move(page); }
  void ask(Command command) { commands.push_back(std::move(command)); }
  // Forms do not change while the program runs: a page with an unknown one is a bug.
  const forms::Form& form(const FormId& id) const;
};

// Each page's own update, in the file of its name. Actions that are not for the page are ignored.
void update_page(HomePage& page, const Action& action, Turn& turn);
void update_page(ServicesPage& page, const Action& action, Turn& turn);
void update_page(QuestionsPage& page, const Action& action, Turn& turn);
void update_page(ReviewPage& page, const Action& action, Turn& turn);
void update_page(SavingPage& page, const Action& action, Turn& turn);
void update_page(ReceiptPage& page, const Action& action, Turn& turn);
void update_page(ClosedPage& page, const Action& action, Turn& turn);
void update_page(AttractPage& page, const Action& action, Turn& turn);

const std::string& default_language(const Setup& setup);
AttractPage greet_from(SteadyMs now);

// What lies over every page: help.cpp, looks.cpp and idle.cpp.
void update_help(const Action& action, Turn& turn);
void update_looks(const Action& action, Turn& turn);
void update_idle(const Action& action, Turn& turn);

// Clears everything of the visit and tells the workers.
void end_visit(Turn& turn);

}  // namespace lotsen::app
