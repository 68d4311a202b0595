#include "kiosk/app/sending.h"

namespace lotsen::app {
namespace {

Submission submission_of(const SavingPage& page, const forms::Form& form) {
  Submission submission;
  submission.id = page.submission;
  submission.reference = page.reference;
  submission.access_code = page.access_code;
  submission.form = page.form;
  submission.form_version = form.version;
  submission.language = page.language;
  submission.created = page.created;
  submission.answers = forms::to_send(form, page.answers);
  return submission;
}

void back(SavingPage& page, Turn& turn) {
  if (!page.failed) return;
  ReviewPage review{page.form, page.answers, std::nullopt};
  review.tried = std::move(page);
  turn.go_to(std::move(review));
}

void try_again(SavingPage& page, Turn& turn) {
  if (page.failed) save(std::move(page), turn);
}

// A save that was thought to have failed had happened after all when delivery speaks of it.
void settle(SavingPage& page, const Settled& settled, Turn& turn) {
  if (settled.submission != page.submission) return;
  page.settled = settled.delivery;
  if (page.failed) show_receipt(page, settled.delivery, turn);
}

}  // namespace

void save(SavingPage page, Turn& turn) {
  page.failed.reset();
  turn.ask(SaveSubmission{turn.state.visit, submission_of(page, turn.form(page.form))});
  turn.go_to(std::move(page));
}

void show_receipt(SavingPage& page, DeliveryState delivery, Turn& turn) {
  turn.go_to(ReceiptPage{page.form, page.submission, page.reference, std::move(page.access_code), delivery});
}

std::optional<Settled> settled_by(const Action& action) {
  if (const auto* received = std::get_if<SubmissionReceived>(&action)) {
    return Settled{received->submission, DeliveryState::received};
  }
  if (const auto* refused = std::get_if<SubmissionRefused>(&action)) {
    return Settled{refused->submission, DeliveryState::refused};
  }
  return std::nullopt;
}

void update_page(SavingPage& page, const Action& action, Turn& turn) {
  if (const auto* saved = std::get_if<SubmissionSaved>(&action)) {
    if (saved->submission != page.submission) return;
    show_receipt(page, page.settled.value_or(DeliveryState::saved), turn);
  } else if (const auto* failed = std::get_if<SaveFailed>(&action)) {
    if (failed->submission == page.submission) page.failed = failed->code;
  } else if (std::holds_alternative<Send>(action)) {
    try_again(page, turn);
  } else if (std::holds_alternative<Back>(action)) {
    back(page, turn);
  } else if (const std::optional<Settled> settled = settled_by(action)) {
    settle(page, *settled, turn);
  }
}

}  // namespace lotsen::app
