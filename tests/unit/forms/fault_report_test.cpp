#include "services/forms/engine.h"
#include "tests/unit/forms/answers.h"
#include "tests/unit/forms/real_form.h"

using namespace lotsen;
using namespace lotsen::forms;
using namespace lotsen::tests;

namespace {

struct Contact {
  const char* wish;
  const char* question;  // none when nothing more is asked
  const char* typed;
  const char* shown;
};
const Contact kContacts[] = {{"sms", "phone", "0701740605", "070-174 06 05"},
                             {"phone", "phone", "+46 31 234 56 78", "+46 31 234 56 78"},
                             {"email", "email", "namn@exempel.se", "namn@exempel.se"},
                             {"none", nullptr, "", ""}};

bool is_told_in(const LocalizedText& text, const char* language) {
  return text.by_language.empty() || text.has(language);
}

}  // namespace

TEST_CASE("every form that is shipped loads without a fault") {
  const LoadedForms loaded = load_forms(LOTSEN_SOURCE_DIR "/config/forms");
  for (const Error& fault : loaded.faults) CHECK(fault.detail.empty());
  CHECK_FALSE(loaded.forms.empty());
}

TEST_CASE("the fault report is complete in Swedish and English") {
  const Form form = fault_report();
  for (const char* language : {"sv", "en"}) {
    CHECK((form.title.has(language) && form.summary.has(language) && form.department.has(language)));
    for (const LocalizedText& thing : form.at_hand) CHECK(thing.has(language));
    for (const Step& step : form.steps) {
      CHECK(step.title.has(language));
      for (const Question& question : step.questions) {
        INFO(question.id.value);
        CHECK(question.label.has(language));
        CHECK((is_told_in(question.short_label, language) && is_told_in(question.hint, language)));
        CHECK((!question.required || question.missing.has(language)));
      }
    }
  }
}

TEST_CASE("the fault report can be filled in along every branch, in Swedish and English") {
  const Form form = fault_report();
  const auto& kinds = std::get<ChoiceKind>(find_question(form, {"kind"})->kind).options;
  REQUIRE(kinds.size() == 5);
  for (const Option& kind : kinds) {
    for (const Contact& contact : kContacts) {
      INFO(kind.id.value << " " << contact.wish);
      Answers typed = answers({{"kind", kind.id.value.c_str()},
                               {"location", "Storgatan 12, vid lekplatsen"},
                               {"mark", "A-1734"},
                               {"description", "Lampan blinkar.\nDet är mörkt vid övergången."},
                               {"contact", contact.wish}});
      const Question* more = contact.question ? find_question(form, {contact.question}) : nullptr;
      if (more) {
        CHECK(words(check(form, form.steps.back(), typed)) == Words{more->id.value + " missing"});
        typed[more->id].values.emplace_back(contact.typed);
        CHECK(shown(*more, typed[more->id], "en").view() == contact.shown);
      }
      const Answers sent = to_send(form, typed);
      CHECK(check(form, sent).empty());
      CHECK(sent.size() == (more ? 5U : 4U) + (kind.id.value == "streetlight" ? 1U : 0U));
      for (const char* language : {"sv", "en"})
        CHECK(shown(*find_question(form, {"kind"}), typed[{"kind"}], language).view() ==
              kind.label.in(language));
    }
  }
}

TEST_CASE("an empty fault report asks for what, where, why and how to answer") {
  CHECK(words(check(fault_report(), {})) ==
        Words{"kind missing", "location missing", "description missing", "contact missing"});
}
