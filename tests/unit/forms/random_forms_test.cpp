#include <random>

#include "services/forms/checks.h"
#include "services/forms/engine.h"
#include "tests/unit/forms/answers.h"
#include "tests/unit/forms/real_form.h"

using namespace lotsen;
using namespace lotsen::forms;
using namespace lotsen::tests;

namespace {

class Chance {
 public:
  explicit Chance(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t end) { return engine_() % end; }
  bool one_in(std::size_t n) { return below(n) == 0; }
  std::string bytes(std::size_t most) {
    std::string text(below(most + 1), '\0');
    for (char& c : text) c = static_cast<char>(below(256));
    return text;
  }

 private:
  std::mt19937 engine_;
};

std::string mutated(std::string text, Chance& chance) {
  static constexpr std::string_view kPieces[] = {"{",    "}",   "[",       "]",       "\"",  ",",
                                                 "null", "1e9", "\\u0000", "\"id\":", "\xFF"};
  for (std::size_t i = 0, changes = 1 + chance.below(4); i < changes; ++i) {
    const std::size_t at = chance.below(text.size());
    switch (chance.below(4)) {
      case 0:
        text[at] = static_cast<char>(chance.below(256));
        break;
      case 1:
        text.erase(at, chance.below(40));
        break;
      case 2:
        text.insert(at, kPieces[chance.below(std::size(kPieces))]);
        break;
      default:
        text.insert(at, text.substr(chance.below(text.size()), 60));
        break;
    }
    if (text.empty()) text = "{";
  }
  return text;
}

std::string random_value(const Question& question, Chance& chance) {
  static const std::string kTexts[] = {
      "",     " ",       "Storgatan 1", " å \n", "0701740605",          "a@b.se", "\xFF", "sms",
      "none", " email ", "streetlight", "\x1B",  std::string(1001, 'x')};
  if (const auto* choice = std::get_if<ChoiceKind>(&question.kind); choice && !chance.one_in(4))
    return choice->options[chance.below(choice->options.size())].id.value;
  return chance.one_in(8) ? chance.bytes(30) : kTexts[chance.below(std::size(kTexts))];
}

Answers random_answers(const Form& form, Chance& chance) {
  Answers typed;
  for (const Step& step : form.steps) {
    for (const Question& question : step.questions) {
      if (chance.one_in(6)) continue;
      typed[question.id].values.emplace_back(random_value(question, chance));
      if (chance.one_in(20)) typed[question.id].values.emplace_back(random_value(question, chance));
    }
  }
  if (chance.one_in(10)) typed[{"nobody_asked"}].values.emplace_back("x");
  return typed;
}

// The kiosk's view: a fault of a step that is asked.
bool has_step_fault(const Form& form, const Answers& typed) {
  for (const Step& step : form.steps) {
    if (!check(form, step, typed).empty()) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("random bytes are refused as a form in one printable line") {
  Chance chance(1);
  for (int i = 0; i < 3000; ++i) {
    const Result<Form> form = parse_form(chance.bytes(200), "small.json");
    REQUIRE_FALSE(form);
    REQUIRE(form.error().detail.find('\n') == std::string::npos);
    REQUIRE(code_points(form.error().detail));
  }
}

TEST_CASE("a damaged form is read or refused in one printable line, and one that is read can be filled in") {
  Chance chance(2);
  const std::string text = fault_report_text();
  for (int i = 0; i < 2000; ++i) {
    const Result<Form> form = parse_form(mutated(text, chance), "fault_report.json");
    if (form) {
      const Answers typed = random_answers(*form, chance);
      REQUIRE(to_send(*form, to_send(*form, typed)) == to_send(*form, typed));
      REQUIRE(check(*form, to_send(*form, typed)).empty() == !has_step_fault(*form, to_send(*form, typed)));
    } else {
      REQUIRE(form.error().code == ErrorCode::bad_input);
      REQUIRE(form.error().detail.find('\n') == std::string::npos);
      REQUIRE(code_points(form.error().detail));
    }
  }
}

TEST_CASE("what a kiosk lets pass the backend lets pass: nothing is refused after the visitor has left") {
  Chance chance(3);
  const Form form = fault_report();
  int passed = 0;
  for (int i = 0; i < 20'000; ++i) {
    const Answers typed = random_answers(form, chance);
    const Answers sent = to_send(form, typed);
    REQUIRE(to_send(form, sent) == sent);
    for (const Step& step : form.steps)
      REQUIRE(asked_questions(form, step, typed) == asked_questions(form, step, sent));
    if (has_step_fault(form, typed)) continue;
    ++passed;
    REQUIRE(check(form, sent).empty());
  }
  CHECK(passed > 100);
}
