#include "kiosk/app/update.h"

#include <algorithm>
#include <cstdlib>

#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

// Answers to another visit's questions. Submissions are known by their id, whoever's visit it is.
bool is_late(const Action& action, VisitId visit) {
  return std::visit(
      [visit](const auto& a) {
        if constexpr (requires { a.visit; })
          return a.visit != visit;
        else
          return false;
      },
      action);
}

// While the content is covered only the two buttons of the warning count, how the screen looks, and what
// comes from outside.
bool is_covered(const Action& action, const State& state) {
  if (!state.idle_ends) return false;
  return std::visit(
      []<class A>(const A& a) {
        constexpr bool from_outside = requires {
          a.visit;
        }
        || requires {
          a.submission;
        }
        || requires {
          a.now;
        };
        constexpr bool looks = std::is_same_v<A, ChangeTextSize> || std::is_same_v<A, SwitchContrast> ||
                               std::is_same_v<A, SwitchReach>;
        return !from_outside && !looks && !std::is_same_v<A, StayHere> && !std::is_same_v<A, Cancel>;
      },
      action);
}

// What is the same on every page.
void update_visit(const Action& action, Turn& turn) {
  if (std::holds_alternative<Cancel>(action) && turn.state.used) end_visit(turn);
}

bool is_begun(const State& state, const Setup& setup) {
  const bool waits =
      std::holds_alternative<HomePage>(state.page) || std::holds_alternative<AttractPage>(state.page);
  return !waits || state.language != default_language(setup) || state.help.state != HelpState::none ||
         state.looks != Looks{} || state.languages_shown;
}

}  // namespace

const std::string& default_language(const Setup& setup) {
  static const std::string swedish = "sv";
  return setup.languages.empty() ? swedish : setup.languages.front();
}

const forms::Form* find_form(const Setup& setup, const FormId& id) {
  const auto found = std::find_if(setup.forms.begin(), setup.forms.end(),
                                  [&](const forms::Form& form) { return form.id == id; });
  return found == setup.forms.end() ? nullptr : &*found;
}

const forms::Form& Turn::form(const FormId& id) const {
  const forms::Form* found = find_form(setup, id);
  if (found == nullptr) std::abort();
  return *found;
}

State fresh_state(const Setup& setup, VisitId visit, SteadyMs now) {
  State state;
  state.visit = visit;
  state.language = default_language(setup);
  state.now = now;
  state.last_input = now;
  return state;
}

void end_visit(Turn& turn) {
  const VisitId ended = turn.state.visit;
  const VisitId next{static_cast<std::uint64_t>(ended) + 1};
  turn.ask(EndVisit{ended});
  turn.state = fresh_state(turn.setup, next, turn.state.now);
}

Commands update(State& state, const Action& action, const Setup& setup, IdSource& ids) {
  if (is_late(action, state.visit) || is_covered(action, state)) return {};
  Turn turn{state, setup, ids, {}};
  const VisitId visit = state.visit;
  update_idle(action, turn);
  if (state.visit == visit) update_help(action, turn);
  if (state.visit == visit) update_looks(action, turn);
  if (state.visit == visit) std::visit([&](auto& page) { update_page(page, action, turn); }, state.page);
  if (state.visit == visit) update_visit(action, turn);
  state.used = state.used || is_begun(state, setup);
  return std::move(turn.commands);
}

}  // namespace lotsen::app
