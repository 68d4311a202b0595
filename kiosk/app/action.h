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
struct OpenForm {
  FormId form;
};
struct ChooseLanguage {
  std::string language;
};
// The greeting was touched.
struct OpenHome {};
struct ShowLanguages {};
struct HideLanguages {};
// The next of 100, 130, 160 and 200 %, then from the start again.
struct ChangeTextSize {};
struct SwitchContrast {};
struct SwitchReach {};
// The whole new text of a field.
struct EditText {
  QuestionId question;
  Secret text;
};
struct ChooseOption {
  QuestionId question;
  OptionId option;
};
struct Next {};
struct Back {};
// From the check page.
struct EditAnswer {
  QuestionId question;
};
// Also "Try again" after a failed save.
struct Send {};
// "Klar" on the receipt.
struct Finish {};
// "Avbryt och rensa".
struct Cancel {};
struct CallStaff {};
struct HideHelp {};
// "Jag är kvar".
struct StayHere {};

// From workers. `visit` is the visit that asked; another visit's answers are dropped by update.
struct SubmissionSaved {
  VisitId visit;
  SubmissionId submission;
};
struct SaveFailed {
  VisitId visit;
  SubmissionId submission;
  ErrorCode code;
};
// The signed receipt is here.
struct SubmissionReceived {
  SubmissionId submission;
};
// Quarantined.
struct SubmissionRefused {
  SubmissionId submission;
};
// The answer to AskRoom when no new form can be taken now.
struct FormsClosed {
  VisitId visit;
  ErrorCode code;
};
struct HelpSent {
  VisitId visit;
  HelpCallId call;
};
struct HelpAcknowledged {
  VisitId visit;
  HelpCallId call;
};
struct HelpFailed {
  VisitId visit;
  HelpCallId call;
};

// From the shell.
struct Tick {
  SteadyMs now;
};
// Any touch, click or key; comes before the action that the same input leads to.
struct InputSeen {
  SteadyMs now;
};

using Action = std::variant<OpenServices, OpenForm, ChooseLanguage, OpenHome, ShowLanguages, HideLanguages,
                            ChangeTextSize, SwitchContrast, SwitchReach, EditText, ChooseOption, Next, Back,
                            EditAnswer, Send, Finish, Cancel, CallStaff, HideHelp, StayHere, SubmissionSaved,
                            SaveFailed, SubmissionReceived, SubmissionRefused, FormsClosed, HelpSent,
                            HelpAcknowledged, HelpFailed, Tick, InputSeen>;

}  // namespace lotsen::app
