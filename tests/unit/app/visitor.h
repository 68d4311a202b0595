// A visitor for tests: does things at a kiosk whose clock and ids are the test's, and remembers what was
// asked of the workers.
#pragma once
#include <string>

#include "kiosk/app/update.h"
#include "tests/support/catch.h"
#include "tests/support/sample_form.h"
#include "tests/support/scripted_ids.h"

namespace lotsen::tests {

using namespace app;  // NOLINT: the tests speak of nothing else

inline Setup sample_setup() {
  Setup setup;
  setup.forms = {sample_form("sample"), sample_form("second")};
  setup.languages = {"sv", "en"};
  return setup;
}

struct Visitor {
  Setup setup = sample_setup();
  ScriptedIds ids;
  State state = fresh_state(setup, VisitId{1}, 0);
  Commands asked;  // by the last action

  // A press on the screen: input, then what it leads to.
  void does(const Action& action) {
    update(state, InputSeen{state.now}, setup, ids);
    happens(action);
  }
  void happens(const Action& action) { asked = update(state, action, setup, ids); }
  void waits(SteadyMs ms) { happens(Tick{state.now + ms}); }

  void types(const std::string& question, const std::string& text) {
    does(EditText{QuestionId{question}, Secret(text)});
  }
  void chooses(const std::string& question, const std::string& option) {
    does(ChooseOption{QuestionId{question}, OptionId{option}});
  }

  template <class P>
  bool on() const {
    return std::holds_alternative<P>(state.page);
  }
  template <class P>
  const P& page() const {
    REQUIRE(std::holds_alternative<P>(state.page));
    return std::get<P>(state.page);
  }
  // The only command of that kind that the last action led to; nothing when there is none.
  template <class C>
  const C* command() const {
    const C* found = nullptr;
    for (const Command& command : asked) {
      if (const C* c = std::get_if<C>(&command)) {
        REQUIRE(found == nullptr);
        found = c;
      }
    }
    return found;
  }

  std::string answer(const std::string& question) const {
    const forms::Answers& answers =
        on<QuestionsPage>() ? page<QuestionsPage>().answers : page<ReviewPage>().answers;
    const auto found = answers.find(QuestionId{question});
    return found == answers.end() ? "" : std::string(found->second.first());
  }

  void opens_form(const std::string& form = "sample") {
    does(OpenServices{});
    does(OpenForm{FormId{form}});
  }
  // A lamp, by SMS: all that is asked is answered.
  void fills_in_all() {
    opens_form();
    chooses("kind", "lamp");
    does(Next{});
    types("location", "Storgatan 12");
    does(Next{});
    chooses("contact", "sms");
    types("phone", "070-174 06 05");
    does(Next{});
    REQUIRE(on<ReviewPage>());
  }
  void sends() {
    fills_in_all();
    does(Send{});
    REQUIRE(on<SavingPage>());
  }
  void is_given_a_receipt() {
    sends();
    happens(SubmissionSaved{state.visit, page<SavingPage>().submission});
    REQUIRE(on<ReceiptPage>());
  }
};

}  // namespace lotsen::tests
