#include "kiosk/app/form_steps.h"
#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

forms::Answers take_draft(State& state, const FormId& form) {
  auto draft = state.drafts.extract(form);
  return draft ? std::move(draft.mapped()) : forms::Answers{};
}

void open_form(const FormId& id, Turn& turn) {
  const forms::Form* form = find_form(turn.setup, id);
  if (form == nullptr) return;
  QuestionsPage page;
  page.form = id;
  page.answers = take_draft(turn.state, id);
  page.step = first_asked_step(*form, page.answers).value_or(0);
  turn.go_to(std::move(page));
}

}  // namespace

void update_page(ServicesPage&, const Action& action, Turn& turn) {
  if (const auto* open = std::get_if<OpenForm>(&action)) {
    open_form(open->form, turn);
  } else if (std::holds_alternative<Back>(action)) {
    turn.go_to(HomePage{});
  } else if (const auto* closed = std::get_if<FormsClosed>(&action)) {
    // Whoever has begun a form is not turned away: sending will tell.
    if (turn.state.drafts.empty()) turn.go_to(ClosedPage{closed->code});
  }
}

}  // namespace lotsen::app
