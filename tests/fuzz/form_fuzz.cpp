// Forms, submissions and receipts from any bytes. The first byte chooses the reader:
//   '0'  a form; the lines after the first NUL byte answer its questions in turn
//   '1'  a form; the lines after the first NUL byte answer questions by id, "kind=street"
//   '2'  a submission       '3'  a receipt
#include <cstdint>
#include <cstdlib>

#include "services/forms/checks.h"
#include "services/forms/engine.h"
#include "services/forms/form_json.h"
#include "services/submission/submission.h"

using namespace lotsen;

namespace {

// A rule that did not hold is a finding like a crash.
void must(bool holds) {
  if (!holds) std::abort();
}

// "question=value" a line; a value may hold anything else.
forms::Answers answers_from(std::string_view typed) {
  forms::Answers answers;
  while (!typed.empty()) {
    const std::string_view line = typed.substr(0, typed.find('\n'));
    typed.remove_prefix(std::min(typed.size(), line.size() + 1));
    const std::size_t equals = line.find('=');
    if (equals == line.npos) continue;
    answers[QuestionId{std::string(line.substr(0, equals))}].values.emplace_back(line.substr(equals + 1));
  }
  return answers;
}

// Questions are answered in turn by the lines of the text.
forms::Answers answers_in_turn(const forms::Form& form, std::string_view typed) {
  forms::Answers answers;
  for (const forms::Step& step : form.steps) {
    for (const forms::Question& question : step.questions) {
      const std::string_view line = typed.substr(0, typed.find('\n'));
      typed.remove_prefix(std::min(typed.size(), line.size() + 1));
      answers[question.id].values.emplace_back(line);
    }
  }
  return answers;
}

bool passes_every_step(const forms::Form& form, const forms::Answers& answers) {
  for (const forms::Step& step : form.steps) {
    if (!forms::check(form, step, answers).empty()) return false;
  }
  return true;
}

void fill_in(const forms::Form& form, const forms::Answers& answers) {
  const forms::Answers sent = forms::to_send(form, answers);
  must(forms::to_send(form, sent) == sent);
  if (passes_every_step(form, answers)) must(forms::check(form, sent).empty());
  forms::check(form, answers);
  for (const forms::Step& step : form.steps) {
    for (const forms::Question* question : forms::asked_questions(form, step, answers)) {
      const auto answer = answers.find(question->id);
      if (answer != answers.end()) forms::shown(*question, answer->second, "en");
    }
  }
}

void must_be_one_line(const Error& error) {
  must(error.detail.find('\n') == std::string::npos && forms::code_points(error.detail).has_value());
}

void try_form(std::string_view json, std::string_view typed, bool named) {
  // Its id is its own to choose here: a form must not be refused for its file's name alone.
  for (const std::string_view name : {"fault_report.json", "f.json"}) {
    const Result<forms::Form> form = forms::parse_form(json, name);
    if (form)
      fill_in(*form, named ? answers_from(typed) : answers_in_turn(*form, typed));
    else
      must_be_one_line(form.error());
  }
}

void try_submission(std::string_view json) {
  const Result<Submission> submission = submission_from_json(json);
  if (!submission) return must_be_one_line(submission.error());
  const Secret written = to_json(*submission);
  const Result<Submission> again = submission_from_json(written.view());
  must(again.has_value() && to_json(*again) == written);
}

void try_receipt(std::string_view json) {
  const Result<Receipt> receipt = receipt_from_json(json);
  if (!receipt) return must_be_one_line(receipt.error());
  must(receipt_from_json(to_json(*receipt)) == *receipt);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t end = std::min(text.find('\0'), text.size());
  const std::string_view typed = text.substr(std::min(end + 1, text.size()));
  switch (data[0]) {
    case '0':
      try_form(text.substr(0, end), typed, false);
      break;
    case '1':
      try_form(text.substr(0, end), typed, true);
      break;
    case '2':
      try_submission(text);
      break;
    default:
      try_receipt(text);
      break;
  }
  return 0;
}
