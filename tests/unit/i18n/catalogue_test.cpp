#include "services/i18n/catalogue.h"

#include "services/text/text.h"
#include "tests/support/catch.h"

using lotsen::i18n::Catalogue;

namespace {

Catalogue swedish() {
  return Catalogue::load(LOTSEN_SV_MO, "sv").value();
}
Catalogue arabic() {
  return Catalogue::load(LOTSEN_TEST_MO "/ar.mo", "ar").value();
}

}  // namespace

TEST_CASE("A text is found by its English sentence") {
  const Catalogue catalogue = swedish();
  CHECK(catalogue.language() == "sv");
  CHECK(catalogue.text("Welcome. What would you like to do?") == "Välkommen. Vad vill du göra?");
  CHECK(catalogue.text("Send") == "Skicka in");
}

TEST_CASE("A text that is not translated is shown in English") {
  CHECK(swedish().text("No such sentence") == "No such sentence");
  CHECK(swedish().text("Wait {n} turns", {{"n", "3"}}) == "Wait 3 turns");
}

TEST_CASE("The empty key is empty, not the catalogue's header") {
  CHECK(swedish().text("").empty());
}

TEST_CASE("English needs no file") {
  const Catalogue english = Catalogue::english();
  CHECK(english.language() == "en");
  CHECK_FALSE(english.right_to_left());
  CHECK(english.text("Step {n} of {total}", {{"n", "2"}, {"total", "4"}}) == "Step 2 of 4");
}

TEST_CASE("Arguments take the places of their names") {
  const Catalogue catalogue = swedish();
  CHECK(catalogue.text("Step {n} of {total}", {{"n", "2"}, {"total", "4"}}) == "Steg 2 av 4");
  CHECK(catalogue.text("{a}{b}{a}", {{"a", "x"}, {"b", ""}}) == "xx");
}

TEST_CASE("What is no argument stays as it is written") {
  const Catalogue english = Catalogue::english();
  CHECK(english.text("{unknown} {n}", {{"n", "1"}}) == "{unknown} 1");
  CHECK(english.text("{ {n} } {n", {{"n", "1"}}) == "{ 1 } {n");
  CHECK(english.text("} {} {{n}}", {{"n", "1"}}) == "} {} {1}");
}

TEST_CASE("An argument's value is never read as a pattern") {
  CHECK(Catalogue::english().text("{a} {b}", {{"a", "{b}"}, {"b", "{a}"}}) == "{b} {a}");
}

TEST_CASE("In right-to-left languages arguments are isolated, so that numbers keep their order") {
  const Catalogue catalogue = arabic();
  CHECK(catalogue.right_to_left());
  CHECK(catalogue.text("Call {number}", {{"number", "021-44 55"}}) == "اتصل \u2068021-44 55\u2069.");
  CHECK(catalogue.plural("{n} minute", "{n} minutes", 3) == "few \u20683\u2069");
  CHECK(catalogue.text("{unknown}") == "{unknown}");
}

TEST_CASE("Catalogues and the text layer agree on what is written from right to left") {
  for (const char* language : {"ar", "ckb", "fa", "fa-AF", "he", "prs", "ps", "ug", "ur", "yi", "sv", "fi",
                               "so", "ti", "uk", "rom", "se"}) {
    CAPTURE(language);
    CHECK(Catalogue::load(LOTSEN_SV_MO, language).value().right_to_left() ==
          lotsen::text::right_to_left(language));
  }
}
