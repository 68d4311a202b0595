// Command: what update asks the outside to do. Carried out by the workers (runtime), answered by actions.
#pragma once
#include <variant>
#include <vector>

#include "services/submission/submission.h"

namespace lotsen::app {

// -> SubmissionSaved | SaveFailed. "Try again" sends the very same submission once more: a save that failed
// may have happened, and then it counts as saved.
struct SaveSubmission {
  VisitId visit;
  Submission submission;
};
// -> FormsClosed, or nothing when all is well
struct AskRoom {
  VisitId visit;
};
// -> HelpSent | HelpFailed
struct SendHelpCall {
  VisitId visit;
  HelpCallId call;
};
// -> HelpAcknowledged | HelpFailed | nothing yet
struct AskHelpCall {
  VisitId visit;
  HelpCallId call;
};
// Every owner of visit memory starts anew.
struct EndVisit {
  VisitId ended;
};

using Command = std::variant<SaveSubmission, AskRoom, SendHelpCall, AskHelpCall, EndVisit>;
using Commands = std::vector<Command>;

}  // namespace lotsen::app
