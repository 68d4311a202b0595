// "Fetch staff": one call at a time; it lives as long as the visit.
#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

constexpr SteadyMs kPollMs = 2000;

void call(Turn& turn) {
  Help& help = turn.state.help;
  help.shown = true;
  turn.state.languages_shown = false;
  if (help.state != HelpState::none && help.state != HelpState::unreachable) return;
  help.state = HelpState::calling;
  help.id = HelpCallId{turn.ids.uuid()};
  turn.ask(SendHelpCall{turn.state.visit, help.id});
}

void sent(Turn& turn) {
  Help& help = turn.state.help;
  if (help.state != HelpState::calling) return;
  help.state = HelpState::fetching;
  help.next_poll = turn.state.now + kPollMs;
}

// Asked again and again, also while the panel is hidden: whoever waits wants to see it when it opens.
void poll(Turn& turn) {
  Help& help = turn.state.help;
  if (help.state != HelpState::fetching || turn.state.now < help.next_poll) return;
  help.next_poll = turn.state.now + kPollMs;
  turn.ask(AskHelpCall{turn.state.visit, help.id});
}

}  // namespace

void update_help(const Action& action, Turn& turn) {
  Help& help = turn.state.help;
  const auto about = [&](const auto* answer) { return answer != nullptr && answer->call == help.id; };
  if (std::holds_alternative<CallStaff>(action))
    call(turn);
  else if (std::holds_alternative<HideHelp>(action))
    help.shown = false;
  else if (std::holds_alternative<Tick>(action))
    poll(turn);
  else if (about(std::get_if<HelpSent>(&action)))
    sent(turn);
  else if (about(std::get_if<HelpAcknowledged>(&action)))
    help.state = HelpState::on_the_way;
  // A poll that fails is asked again; only a call that never went out is hopeless.
  else if (about(std::get_if<HelpFailed>(&action)) && help.state == HelpState::calling)
    help.state = HelpState::unreachable;
}

}  // namespace lotsen::app
