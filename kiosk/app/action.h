// Action: everything that can happen. Screens return the first group; workers post the second; the shell
// makes the third.
#pragma once
#include <string>
#include <variant>

#include "kiosk/app/pages.h"
#include "services/core/clock.h"
#include "services/core/secret.h"

namespace lotsen::app {

// From screens.
struct OpenServices {};
struct OpenForm { FormId form; };
struct ChooseLanguage { std::string language; };
struct EditText { QuestionId question; Secret text; };            // the whole new text of a field
struct ChooseOption { QuestionId question; OptionId option; };
struct Next {};
struct Back {};
struct EditAnswer { QuestionId question; };                        // from the check page
struct Send {};                                                    // also "Try again" after a failed save
struct Finish {};                                                  // "Klar" on the receipt
struct Cancel {};                                                  // "Avbryt och rensa"
struct CallStaff {};
struct HideHelp {};
struct StayHere {};                                                // "Jag är kvar"

// From workers. `visit` is the visit that asked; another visit's answers are dropped by update.
struct SubmissionSaved { VisitId visit; SubmissionId submission; };
struct SaveFailed { VisitId visit; SubmissionId submission; ErrorCode code; };
struct SubmissionReceived { SubmissionId submission; };            // the signed receipt is here
struct SubmissionRefused { SubmissionId submission; };             // quarantined
struct FormsClosed { VisitId visit; ErrorCode code; };             // answer to AskRoom: no new form now
struct HelpSent { VisitId visit; HelpCallId call; };
struct HelpAcknowledged { VisitId visit; HelpCallId call; };
struct HelpFailed { VisitId visit; HelpCallId call; };

// From the shell.
struct Tick { SteadyMs now; };
struct InputSeen { SteadyMs now; };                                // any touch, click or key

using Action = std::variant<OpenServices, OpenForm, ChooseLanguage, EditText, ChooseOption, Next, Back, EditAnswer,
                            Send, Finish, Cancel, CallStaff, HideHelp, StayHere, SubmissionSaved, SaveFailed,
                            SubmissionReceived, SubmissionRefused, FormsClosed, HelpSent, HelpAcknowledged,
                            HelpFailed, Tick, InputSeen>;

}  // namespace lotsen::app
