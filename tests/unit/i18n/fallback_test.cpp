#include "services/i18n/catalogue.h"
#include "tests/support/catch.h"

using lotsen::i18n::Catalogue;
using lotsen::i18n::Coverage;

namespace {

Catalogue load(const std::string& file, std::string_view language) {
  return Catalogue::load(file, language).value();
}

}  // namespace

TEST_CASE("A catalogue says its language's own name and how much of it is translated") {
  const Catalogue swedish = load(LOTSEN_SV_MO, "sv");
  CHECK(swedish.own_name() == "Svenska");
  CHECK(swedish.coverage() == Coverage::full);
  const Catalogue polish = load(LOTSEN_TEST_MO "/pl.mo", "pl");
  CHECK(polish.own_name() == "Polski");
  CHECK(polish.coverage() == Coverage::core);
}

TEST_CASE("A header that names no language gives its code, and counts as full") {
  const Catalogue arabic = load(LOTSEN_TEST_MO "/ar.mo", "ar");
  CHECK(arabic.own_name() == "ar");
  CHECK(arabic.coverage() == Coverage::full);
}

TEST_CASE("English is full and called English") {
  CHECK(Catalogue::english().own_name() == "English");
  CHECK(Catalogue::english().coverage() == Coverage::full);
  CHECK(Catalogue::english().has("Anything"));
}

TEST_CASE("A text that a language lacks is taken from the language it falls back to, else the key") {
  const Catalogue swedish = load(LOTSEN_SV_MO, "sv");
  Catalogue polish = load(LOTSEN_TEST_MO "/pl.mo", "pl");
  CHECK(polish.text("Send") == "Send");
  polish.fall_back_to(swedish);
  CHECK(polish.text("Send") == "Skicka in");
  CHECK(polish.text("Back") == "Wstecz");
  CHECK(polish.text("Step {n} of {total}", {{"n", "2"}, {"total", "4"}}) == "Steg 2 av 4");
  CHECK(polish.text("No such sentence") == "No such sentence");
  CHECK(polish.text("").empty());
}

TEST_CASE("A catalogue knows which texts are its own") {
  const Catalogue swedish = load(LOTSEN_SV_MO, "sv");
  Catalogue polish = load(LOTSEN_TEST_MO "/pl.mo", "pl");
  polish.fall_back_to(swedish);
  CHECK(polish.has("Back"));
  CHECK(polish.has("{n} file"));
  CHECK_FALSE(polish.has("Send"));
  CHECK_FALSE(polish.has(""));
  CHECK_FALSE(Catalogue::untranslated("sv", "Svenska").has("Send"));
}

TEST_CASE("A plural that is fallen back to goes by the rule of the language that has it") {
  const Catalogue swedish = load(LOTSEN_SV_MO, "sv");
  Catalogue polish = load(LOTSEN_TEST_MO "/pl.mo", "pl");
  polish.fall_back_to(swedish);
  // Polish puts 2 and 5 into different forms, Swedish does not.
  CHECK(polish.plural("About {n} minute", "About {n} minutes", 1) == "Tar ungefär 1\u00A0minut");
  CHECK(polish.plural("About {n} minute", "About {n} minutes", 2) == "Tar ungefär 2\u00A0minuter");
  CHECK(polish.plural("About {n} minute", "About {n} minutes", 5) == "Tar ungefär 5\u00A0minuter");
  CHECK(polish.plural("{n} file", "{n} files", 5) == "5 plików");
}

TEST_CASE("Arguments in a text fallen back to are isolated where the page is right-to-left") {
  const Catalogue swedish = load(LOTSEN_SV_MO, "sv");
  Catalogue arabic = load(LOTSEN_TEST_MO "/ar.mo", "ar");
  arabic.fall_back_to(swedish);
  CHECK(arabic.text("Case {reference}", {{"reference", "SC-1"}}) == "Ärende \u2068SC-1\u2069");
}

TEST_CASE("English never falls back") {
  const Catalogue swedish = load(LOTSEN_SV_MO, "sv");
  Catalogue english = Catalogue::english();
  english.fall_back_to(swedish);
  CHECK(english.text("Send") == "Send");
  CHECK(english.plural("About {n} minute", "About {n} minutes", 1) == "About 1 minute");
}

TEST_CASE("Falling back goes on when both catalogues have been moved") {
  Catalogue swedish = load(LOTSEN_SV_MO, "sv");
  Catalogue polish = load(LOTSEN_TEST_MO "/pl.mo", "pl");
  polish.fall_back_to(swedish);
  const Catalogue kept = std::move(swedish);
  const Catalogue moved = std::move(polish);
  CHECK(moved.text("Send") == "Skicka in");
}
