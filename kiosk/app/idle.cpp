// The visit clock: after a while without input the content is covered, then the visit ends.
#include <algorithm>

#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

SteadyMs ms(int seconds) {
  return SteadyMs{seconds} * 1000;
}

// Nothing to lose and nothing to see: such a visit ends without a warning.
bool holds_nothing(const State& state, const Setup& setup) {
  return std::holds_alternative<HomePage>(state.page) && state.drafts.empty() &&
         state.help.state == HelpState::none && state.looks == Looks{} && !state.languages_shown &&
         state.language == default_language(setup);
}

bool may_time_out(const State& state) {
  const auto* saving = std::get_if<SavingPage>(&state.page);
  return state.used && (saving == nullptr || saving->failed);
}

SteadyMs greets_at(const State& state, const Setup& setup) {
  const auto* greeting = std::get_if<AttractPage>(&state.page);
  return greeting != nullptr ? greeting->next_at : state.last_input + ms(setup.attract_after_s);
}

void tick(Turn& turn) {
  State& state = turn.state;
  if (!state.used && std::holds_alternative<HomePage>(state.page) &&
      state.now >= greets_at(state, turn.setup))
    return turn.go_to(greet_from(state.now));
  if (state.idle_ends) {
    if (state.now >= *state.idle_ends) end_visit(turn);
    return;
  }
  if (!may_time_out(state) || state.now - state.last_input < ms(turn.setup.idle_after_s)) return;
  if (holds_nothing(state, turn.setup))
    end_visit(turn);
  else
    state.idle_ends = state.now + ms(turn.setup.idle_countdown_s);
}

void advance(State& state, SteadyMs now) {
  state.now = std::max(state.now, now);
}

SteadyMs next_second(const State& state) {
  const int seconds = std::max(1, idle_seconds_left(state).value_or(1));
  return *state.idle_ends - ms(seconds - 1);
}

}  // namespace

void update_idle(const Action& action, Turn& turn) {
  State& state = turn.state;
  if (const auto* ticked = std::get_if<Tick>(&action)) {
    advance(state, ticked->now);
    tick(turn);
  } else if (const auto* input = std::get_if<InputSeen>(&action)) {
    advance(state, input->now);
    state.last_input = state.now;
  } else if (std::holds_alternative<StayHere>(action)) {
    state.idle_ends.reset();
    state.last_input = state.now;
  }
}

std::optional<int> idle_seconds_left(const State& state) {
  if (!state.idle_ends) return std::nullopt;
  const SteadyMs left = std::max<SteadyMs>(0, *state.idle_ends - state.now);
  return static_cast<int>((left + 999) / 1000);
}

std::optional<SteadyMs> next_tick(const State& state, const Setup& setup) {
  std::optional<SteadyMs> next;
  const auto also = [&](SteadyMs at) { next = std::min(next.value_or(at), at); };
  if (!state.used)
    also(greets_at(state, setup));
  else if (state.idle_ends)
    also(next_second(state));
  else if (may_time_out(state))
    also(state.last_input + ms(setup.idle_after_s));
  if (state.help.state == HelpState::fetching) also(state.help.next_poll);
  return next;
}

}  // namespace lotsen::app
