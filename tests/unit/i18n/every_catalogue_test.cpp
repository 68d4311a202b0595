// Every text of every language in assets/i18n, as the build compiled it.
#include "services/i18n/catalogue.h"
#include "tests/support/catch.h"
#include "tests/unit/i18n/languages.h"
#include "tests/unit/i18n/mo_texts.h"
#include "tests/unit/i18n/text_rules.h"

using lotsen::i18n::Catalogue;
using lotsen::tests::mo_of;
using lotsen::tests::MoText;
using lotsen::tests::placeholders;
using lotsen::tests::read_mo_file;
using lotsen::tests::translated_languages;
using Names = std::set<std::string>;

namespace {

// The text as it is shown for n, with nothing else filled in.
std::string shown(std::string text, long n) {
  for (std::size_t at = text.find("{n}"); at != std::string::npos; at = text.find("{n}", at))
    text.replace(at, 3, std::to_string(n));
  return text;
}

// As the kiosk shows it, without the isolates of right-to-left languages.
std::string plural(const Catalogue& catalogue, const MoText& text, long n) {
  std::string filled = catalogue.plural(text.key, text.plural_key, n);
  for (const char* mark : {"\u2068", "\u2069"}) {
    for (std::size_t at = filled.find(mark); at != std::string::npos; at = filled.find(mark))
      filled.erase(at, 3);
  }
  return filled;
}

// How many numbers below a thousand are said with this form.
int uses(const Catalogue& catalogue, const MoText& text, const std::string& form) {
  int count = 0;
  for (long n = 0; n < 1000; ++n) count += plural(catalogue, text, n) == shown(form, n) ? 1 : 0;
  return count;
}

void check_plural(const Catalogue& catalogue, const MoText& text, const std::string& form) {
  CAPTURE(form);
  const Names names = placeholders(text.key);
  const Names in_form = placeholders(form);
  CHECK_FALSE(form.empty());
  const int count = uses(catalogue, text, form);
  CHECK(count > 0);
  if (in_form == names) return;
  // "One minute" needs no number, when nothing but one is said so.
  Names without_number = names;
  without_number.erase("n");
  CHECK(in_form == without_number);
  CHECK(count == 1);
}

}  // namespace

TEST_CASE("A translation has the placeholders of its key") {
  for (const std::string& language : translated_languages()) {
    for (const MoText& text : read_mo_file(mo_of(language)).texts) {
      if (!text.plural_key.empty()) continue;
      CAPTURE(language, text.key, text.translations.front());
      CHECK(placeholders(text.translations.front()) == placeholders(text.key));
    }
  }
}

TEST_CASE("Each plural form is used, filled in, and says its number unless it has only one") {
  for (const std::string& language : translated_languages()) {
    const Catalogue catalogue = Catalogue::load(mo_of(language), language).value();
    for (const MoText& text : read_mo_file(mo_of(language)).texts) {
      if (text.plural_key.empty()) continue;
      CAPTURE(language, text.key);
      for (const std::string& form : text.translations) check_plural(catalogue, text, form);
    }
  }
}

TEST_CASE("No catalogue has Arabic-Indic or Persian digits") {
  for (const std::string& language : translated_languages()) {
    for (const MoText& text : read_mo_file(mo_of(language)).texts) {
      for (const std::string& translation : text.translations) {
        CAPTURE(language, text.key, translation);
        CHECK_FALSE(lotsen::tests::has_foreign_digit(translation));
      }
    }
  }
}

TEST_CASE("Numbers in groups stand in isolates in right-to-left catalogues") {
  for (const std::string& language : translated_languages()) {
    for (const MoText& text : read_mo_file(mo_of(language)).texts) {
      for (const std::string& translation : text.translations) {
        CAPTURE(language, text.key, translation);
        CHECK(lotsen::tests::loose_number(translation).empty());
      }
    }
  }
}
