#include "kiosk/app/form_steps.h"
#include "kiosk/app/sending.h"
#include "kiosk/app/turn.h"

namespace lotsen::app {
namespace {

QuestionsPage questions(ReviewPage& page, int step) {
  QuestionsPage questions;
  questions.form = page.form;
  questions.step = step;
  questions.answers = std::move(page.answers);
  return questions;
}

void edit_answer(ReviewPage& page, const QuestionId& question, Turn& turn) {
  const std::optional<int> step = step_of(turn.form(page.form), question);
  if (!step) return;
  QuestionsPage next = questions(page, *step);
  next.from_review = true;
  next.asked_for = question;
  turn.go_to(std::move(next));
}

void back(ReviewPage& page, Turn& turn) {
  const std::optional<int> step = last_asked_step(turn.form(page.form), page.answers);
  turn.go_to(questions(page, step.value_or(0)));
}

void mend(ReviewPage& page, FaultyStep faulty, Turn& turn) {
  QuestionsPage next = questions(page, faulty.step);
  next.from_review = true;
  next.asked_for = faulty.faults.front().question;
  next.faults = std::move(faulty.faults);
  turn.go_to(std::move(next));
}

SavingPage new_submission(ReviewPage& page, Turn& turn) {
  SavingPage saving;
  saving.form = page.form;
  saving.submission = SubmissionId{turn.ids.uuid()};
  saving.reference = turn.ids.case_reference();
  saving.access_code = turn.ids.access_code();
  saving.created = turn.ids.utc_ms();
  saving.language = turn.state.language;
  saving.answers = std::move(page.answers);
  return saving;
}

void send(ReviewPage& page, Turn& turn) {
  std::optional<FaultyStep> faulty = first_faulty_step(turn.form(page.form), page.answers);
  if (faulty) return mend(page, std::move(*faulty), turn);
  if (!page.tried) return save(new_submission(page, turn), turn);
  SavingPage again = std::move(*page.tried);
  if (again.settled) return show_receipt(again, *again.settled, turn);
  save(std::move(again), turn);
}

}  // namespace

void update_page(ReviewPage& page, const Action& action, Turn& turn) {
  if (const auto* edit = std::get_if<EditAnswer>(&action)) {
    edit_answer(page, edit->question, turn);
  } else if (std::holds_alternative<Back>(action)) {
    back(page, turn);
  } else if (std::holds_alternative<Send>(action)) {
    send(page, turn);
  } else if (const std::optional<Settled> settled = settled_by(action)) {
    if (page.tried && page.tried->submission == settled->submission) page.tried->settled = settled->delivery;
  }
}

}  // namespace lotsen::app
