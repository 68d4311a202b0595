// The pages of a visit: plain values, each with its own update in a file of its name. What a page may do is
// named by its events; what the program must do for it, by Command.
#pragma once
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "services/core/clock.h"
#include "services/core/ids.h"
#include "services/core/result.h"
#include "services/forms/engine.h"
#include "services/forms/form.h"

namespace lotsen::app {

struct HomePage {};

// Nobody is here: greets in one language after another until the screen is touched.
struct AttractPage {
  std::size_t greeting = 0;  // index into Setup::languages
  SteadyMs next_at = 0;      // when the next one comes
};

struct ServicesPage {};

// Filling in a form, one step at a time.
struct QuestionsPage {
  FormId form;
  int step = 0;  // index into Form::steps
  forms::Answers answers;
  std::vector<forms::Fault> faults = {};     // of this step, shown beside their fields
  bool from_review = false;                  // "Change" was pressed: Next goes back to the check page
  std::optional<QuestionId> asked_for = {};  // the question that "Change" was pressed on, to be focused
};

enum class DeliveryState { saved, received, refused };  // "Sparat", "Inskickat", "Behöver hjälp av personal"

// "Skicka in" was pressed and the outbox has not answered yet.
struct SavingPage {
  FormId form;
  SubmissionId submission;
  CaseReference reference;
  Secret access_code;
  UtcMs created = 0;
  std::string language = {};                  // that of the visitor when it was sent
  forms::Answers answers;                     // kept until saved: nothing is retyped when saving fails
  std::optional<ErrorCode> failed = {};       // the calm page: try again or fetch staff
  std::optional<DeliveryState> settled = {};  // delivery may be quicker than the word that it was saved
};

// "Does this look right?"
struct ReviewPage {
  FormId form;
  forms::Answers answers;
  // A save of these very answers that failed: sending again repeats it, since a failed commit may have
  // happened. Gone as soon as an answer is changed.
  std::optional<SavingPage> tried = {};
};

struct ReceiptPage {
  FormId form;
  SubmissionId submission;
  CaseReference reference;
  Secret access_code;
  DeliveryState delivery = DeliveryState::saved;
};

// The kiosk cannot take a form now (outbox full or broken): says so and offers staff.
struct ClosedPage {
  ErrorCode reason = ErrorCode::full;
};

using Page = std::variant<HomePage, ServicesPage, QuestionsPage, ReviewPage, SavingPage, ReceiptPage,
                          ClosedPage, AttractPage>;

}  // namespace lotsen::app
