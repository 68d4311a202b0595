// update: the only place where State changes. Pure but for `ids`, which makes new ids (a seam for tests).
#pragma once
#include "kiosk/app/action.h"
#include "kiosk/app/command.h"
#include "kiosk/app/state.h"

namespace lotsen::app {

class IdSource {
 public:
  virtual ~IdSource() = default;
  virtual std::string uuid() = 0;
  virtual CaseReference case_reference() = 0;
  virtual Secret access_code() = 0;
  virtual UtcMs utc_ms() = 0;  // when the submission is made
};

// Returns what is to be done. A page's own actions are ignored on any other page.
Commands update(State& state, const Action& action, const Setup& setup, IdSource& ids);

const forms::Form* find_form(const Setup& setup, const FormId& id);

}  // namespace lotsen::app
