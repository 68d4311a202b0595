// Command: what update asks the outside to do. Carried out by the workers (runtime), answered by actions.
#pragma once
#include <variant>
#include <vector>

#include "services/submission/submission.h"

namespace lotsen::app {

struct SaveSubmission { VisitId visit; Submission submission; };     // -> SubmissionSaved | SaveFailed
struct AskRoom { VisitId visit; };                                   // -> FormsClosed, or nothing when all is well
struct SendHelpCall { VisitId visit; HelpCallId call; };             // -> HelpSent | HelpFailed
struct AskHelpCall { VisitId visit; HelpCallId call; };              // -> HelpAcknowledged | HelpFailed | nothing yet
struct EndVisit { VisitId ended; };                                  // every owner of visit memory starts anew

using Command = std::variant<SaveSubmission, AskRoom, SendHelpCall, AskHelpCall, EndVisit>;
using Commands = std::vector<Command>;

}  // namespace lotsen::app
