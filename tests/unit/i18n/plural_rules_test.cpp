// Each catalogue's plural rule against that of the Unicode CLDR, which ICU has.
#include <unicode/plurrule.h>

#include <fstream>
#include <map>
#include <memory>

#include "services/i18n/catalogue.h"
#include "services/i18n/icu_locale.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/i18n/languages.h"
#include "tests/unit/i18n/mo_texts.h"

using lotsen::i18n::Catalogue;
using lotsen::tests::mo_of;
using lotsen::tests::translated_languages;

namespace {

// Texts that say which form they are, by the rule of the language's own header.
Catalogue forms_of(const std::string& language) {
  const lotsen::tests::TempFolder folder;
  const auto file = folder.path() / "forms.mo";
  const std::string header = lotsen::tests::read_mo_file(mo_of(language)).header;
  std::ofstream(file, std::ios::binary) << lotsen::tests::mo_with_numbered_forms(header);
  return Catalogue::load(file, language).value();
}

std::unique_ptr<icu::PluralRules> cldr_rules(const std::string& language) {
  UErrorCode fault = U_ZERO_ERROR;
  const icu::Locale locale(lotsen::i18n::icu_locale(language).c_str());
  return std::unique_ptr<icu::PluralRules>(icu::PluralRules::forLocale(locale, fault));
}

std::string cldr_form(const icu::PluralRules& rules, int n) {
  std::string name;
  return rules.select(n).toUTF8String(name);
}

}  // namespace

TEST_CASE("Two numbers share a plural form where the language says them alike, and only there") {
  for (const std::string& language : translated_languages()) {
    CAPTURE(language);
    const Catalogue catalogue = forms_of(language);
    const auto rules = cldr_rules(language);
    REQUIRE(rules);
    std::map<std::string, std::string> ours_to_cldr, cldr_to_ours;
    for (int n = 0; n <= 1200; ++n) {
      CAPTURE(n);
      const std::string ours = catalogue.plural("one", "many", n);
      const std::string cldr = cldr_form(*rules, n);
      REQUIRE(ours_to_cldr.emplace(ours, cldr).first->second == cldr);
      REQUIRE(cldr_to_ours.emplace(cldr, ours).first->second == ours);
    }
  }
}
