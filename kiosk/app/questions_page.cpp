#include <algorithm>

#include "kiosk/app/form_steps.h"
#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

bool anything_answered(const forms::Answers& answers) {
  return std::any_of(answers.begin(), answers.end(), [](const auto& entry) { return !entry.second.empty(); });
}

// The question, if this step asks it now.
const forms::Question* asked_here(const QuestionsPage& page, const forms::Form& form, const QuestionId& id) {
  for (const forms::Question* question : asked_questions(form, step_at(form, page.step), page.answers)) {
    if (question->id == id) return question;
  }
  return nullptr;
}

// A changed answer takes its fault away, and those of questions that are no longer asked because of it.
void set_answer(QuestionsPage& page, const forms::Form& form, const QuestionId& id, Secret value) {
  page.answers[id].values = {};
  page.answers[id].values.push_back(std::move(value));
  std::erase_if(page.faults, [&](const forms::Fault& fault) {
    return fault.question == id || asked_here(page, form, fault.question) == nullptr;
  });
}

void edit_text(QuestionsPage& page, const forms::Form& form, const EditText& edit) {
  const forms::Question* question = asked_here(page, form, edit.question);
  if (question == nullptr || std::holds_alternative<forms::ChoiceKind>(question->kind)) return;
  set_answer(page, form, edit.question, edit.text);
}

void choose_option(QuestionsPage& page, const forms::Form& form, const ChooseOption& chosen) {
  const forms::Question* question = asked_here(page, form, chosen.question);
  const auto* choice = question == nullptr ? nullptr : std::get_if<forms::ChoiceKind>(&question->kind);
  if (choice == nullptr) return;
  const bool offered = std::any_of(choice->options.begin(), choice->options.end(),
                                   [&](const forms::Option& option) { return option.id == chosen.option; });
  if (offered) set_answer(page, form, chosen.question, Secret(chosen.option.value));
}

void show_step(QuestionsPage& page, int step) {
  page.step = step;
  page.faults.clear();
  page.asked_for.reset();
}

void go_to_review(QuestionsPage& page, Turn& turn) {
  turn.go_to(ReviewPage{page.form, std::move(page.answers), std::nullopt});
}

// A changed answer may have made another question needed: that one first, then back to the check page.
void return_to_review(QuestionsPage& page, const forms::Form& form, Turn& turn) {
  const std::optional<FaultyStep> faulty = first_faulty_step(form, page.answers);
  if (!faulty) return go_to_review(page, turn);
  show_step(page, faulty->step);
  page.asked_for = faulty->faults.front().question;
}

void next(QuestionsPage& page, const forms::Form& form, Turn& turn) {
  page.faults = forms::check(form, step_at(form, page.step), page.answers);
  if (!page.faults.empty()) return;
  if (page.from_review) return return_to_review(page, form, turn);
  const std::optional<int> step = asked_step_after(form, page.answers, page.step);
  if (step)
    show_step(page, *step);
  else
    go_to_review(page, turn);
}

void leave_form(QuestionsPage& page, Turn& turn) {
  if (anything_answered(page.answers)) turn.state.drafts[page.form] = std::move(page.answers);
  turn.go_to(ServicesPage{});
}

void back(QuestionsPage& page, const forms::Form& form, Turn& turn) {
  if (page.from_review) return go_to_review(page, turn);
  const std::optional<int> step = asked_step_before(form, page.answers, page.step);
  if (step)
    show_step(page, *step);
  else
    leave_form(page, turn);
}

}  // namespace

void update_page(QuestionsPage& page, const Action& action, Turn& turn) {
  const forms::Form& form = turn.form(page.form);
  if (const auto* edit = std::get_if<EditText>(&action)) {
    edit_text(page, form, *edit);
  } else if (const auto* chosen = std::get_if<ChooseOption>(&action)) {
    choose_option(page, form, *chosen);
  } else if (std::holds_alternative<Next>(action)) {
    next(page, form, turn);
  } else if (std::holds_alternative<Back>(action)) {
    back(page, form, turn);
  } else if (const auto* closed = std::get_if<FormsClosed>(&action)) {
    // Whoever has begun is not turned away: sending will tell.
    if (!anything_answered(page.answers) && turn.state.drafts.empty()) turn.go_to(ClosedPage{closed->code});
  }
}

}  // namespace lotsen::app
