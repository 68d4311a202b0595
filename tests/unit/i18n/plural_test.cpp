#include <limits>

#include "services/i18n/catalogue.h"
#include "tests/support/catch.h"

using lotsen::i18n::Catalogue;

TEST_CASE("Swedish has one form for one and another for the rest") {
  const Catalogue catalogue = Catalogue::load(LOTSEN_SV_MO, "sv").value();
  const auto [n, shown] = GENERATE(table<long, const char*>({{0, "Tar ungefär 0 minuter"},
                                                             {1, "Tar ungefär 1 minut"},
                                                             {2, "Tar ungefär 2 minuter"},
                                                             {21, "Tar ungefär 21 minuter"}}));
  CHECK(catalogue.plural("About {n} minute", "About {n} minutes", n) == shown);
}

TEST_CASE("Polish has three forms, by the last digits") {
  const Catalogue catalogue = Catalogue::load(LOTSEN_TEST_MO "/pl.mo", "pl").value();
  const auto [n, shown] =
      GENERATE(table<long, const char*>({{1, "1 plik"},
                                         {2, "2 pliki"},
                                         {5, "5 plików"},
                                         {12, "12 plików"},
                                         {22, "22 pliki"},
                                         {25, "25 plików"},
                                         {112, "112 plików"},
                                         {3'000'000'022, "3\u00A0000\u00A0000\u00A0022 pliki"}}));
  CHECK(catalogue.plural("{n} file", "{n} files", n) == shown);
}

TEST_CASE("Arabic has six forms") {
  const Catalogue catalogue = Catalogue::load(LOTSEN_TEST_MO "/ar.mo", "ar").value();
  const auto [n, form] = GENERATE(table<long, const char*>({{0, "zero"},
                                                            {1, "one"},
                                                            {2, "two"},
                                                            {3, "few"},
                                                            {110, "few"},
                                                            {11, "many"},
                                                            {99, "many"},
                                                            {100, "other"}}));
  CHECK(catalogue.plural("{n} minute", "{n} minutes", n) ==
        std::string(form) + " \u2068" + std::to_string(n) + "\u2069");
}

TEST_CASE("The number of a plural is grouped as the language of its text does") {
  const Catalogue swedish = Catalogue::load(LOTSEN_SV_MO, "sv").value();
  Catalogue arabic = Catalogue::load(LOTSEN_TEST_MO "/ar.mo", "ar").value();
  arabic.fall_back_to(swedish);
  CHECK(arabic.plural("{n} minute", "{n} minutes", 12345) == "many \u206812,345\u2069");
  CHECK(arabic.plural("About {n} minute", "About {n} minutes", 12345) ==
        "Tar ungefär \u206812\u00A0345\u2069\u00A0minuter");
  CHECK(Catalogue::english().plural("{n} day", "{n} days", 1000) == "1,000 days");
}

TEST_CASE("English plurals, and those that are not translated, go by one and many") {
  const Catalogue english = Catalogue::english();
  CHECK(english.plural("{n} day", "{n} days", 1) == "1 day");
  CHECK(english.plural("{n} day", "{n} days", 0) == "0 days");
  const Catalogue polish = Catalogue::load(LOTSEN_TEST_MO "/pl.mo", "pl").value();
  CHECK(polish.plural("{n} day", "{n} days", 1) == "1 day");
  CHECK(polish.plural("{n} day", "{n} days", 2) == "2 days");
}
