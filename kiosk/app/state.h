// State: the whole visit in one value. Ending a visit assigns a fresh one; that is the privacy reset.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/pages.h"
#include "services/core/clock.h"
#include "services/core/ids.h"
#include "services/forms/form.h"

namespace lotsen::app {

// What outlives visits: read-only while the program runs, owned by main.
struct Setup {
  std::vector<forms::Form> forms;      // what this kiosk offers, in the order of the list
  std::vector<std::string> languages;  // "sv", "en": the first is the default
  int idle_after_s = 90;               // without input until the content is covered
  int idle_countdown_s = 30;           // then until the visit ends; at least 20 (EN 301 549, 11.2.2.1)
  int attract_after_s = 60;            // without a visit until the screen greets who passes by
};

// "Fetch staff". `fetching` says only where the desk is; `on_the_way` needs a person's acknowledgement.
enum class HelpState { none, calling, fetching, on_the_way, unreachable };

struct Help {
  HelpState state = HelpState::none;
  HelpCallId id;           // empty when none
  bool shown = false;      // the panel lies over the page
  SteadyMs next_poll = 0;  // while fetching: when to ask again whether somebody is on the way
};

// How the visitor wants to see the screen; ends with the visit.
struct Looks {
  int text_percent = 100;  // 100, 130, 160 or 200
  bool high_contrast = false;
  bool low_reach = false;  // what can be pressed lies in the lower part of the screen
  bool operator==(const Looks&) const = default;
};

struct State {
  VisitId visit{1};
  std::string language = "sv";
  Looks looks;
  bool languages_shown = false;  // the list of all languages lies over the page
  Page page = HomePage{};
  std::map<FormId, forms::Answers> drafts;  // of forms left with Back, for when they are opened again
  Help help;
  bool used = false;                  // anything done in this visit: only then is there something to clear
  SteadyMs now = 0;                   // the visit clock, as of the last Tick or input
  SteadyMs last_input = 0;            // InputSeen comes before the action of the same input
  std::optional<SteadyMs> idle_ends;  // the idle warning is shown until then
};

// The state before the first input of a visit: home, in the first language, nothing known.
State fresh_state(const Setup& setup, VisitId visit, SteadyMs now);

// Seconds left of the countdown, rounded up; nothing when no warning is shown.
std::optional<int> idle_seconds_left(const State& state);

// When update must next get a Tick although nothing happens: the warning, its next second, a help poll, the
// greeting and its next language.
std::optional<SteadyMs> next_tick(const State& state, const Setup& setup);

}  // namespace lotsen::app
