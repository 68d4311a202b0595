#include "services/i18n/format.h"

#include <algorithm>
#include <vector>

#include "services/i18n/catalogue.h"
#include "tests/support/catch.h"

using lotsen::i18n::Catalogue;
using lotsen::i18n::DateStyle;
using lotsen::i18n::Format;
using namespace std::chrono_literals;

namespace {

// How 4 November 2026, five past nine, 1 234 567 and minus 1234.5 are written.
struct Written {
  const char* language;
  const char* digits;
  const char* words;
  const char* time;
  const char* million;
  const char* minus;
};

// The no-break spaces in numbers are U+00A0, the one before the Ukrainian word for year is U+202F.
const std::vector<Written> kWritten = {
    {"sv", "2026-11-04", "4 november 2026", "09:05", "1\u00A0234\u00A0567", "\u22121\u00A0234,50"},
    {"sv-simple", "2026-11-04", "4 november 2026", "09:05", "1\u00A0234\u00A0567", "\u22121\u00A0234,50"},
    {"fit", "2026-11-04", "4 november 2026", "09:05", "1\u00A0234\u00A0567", "\u22121\u00A0234,50"},
    {"rmy", "2026-11-04", "4 november 2026", "09:05", "1\u00A0234\u00A0567", "\u22121\u00A0234,50"},
    {"en", "04/11/2026", "4 November 2026", "09:05", "1,234,567", "-1,234.50"},
    {"fi", "4.11.2026", "4. marraskuuta 2026", "9.05", "1\u00A0234\u00A0567", "\u22121\u00A0234,50"},
    {"se", "2026-11-04", "2026 skábmamánnu 4", "09:05", "1\u00A0234\u00A0567", "\u22121\u00A0234,50"},
    {"ar", "4/11/2026", "4 نوفمبر 2026", "09:05", "1,234,567", "-1,234.50"},
    {"prs", "2026/11/4", "4 نومبر 2026", "09:05", "1,234,567", "\u22121,234.50"},
    {"yi", "04/11/2026", "4טן נאוועמבער 2026", "09:05", "1,234,567", "-1,234.50"},
    {"so", "04/11/2026", "Bisha Kow iyo Tobnaad 4, 2026", "09:05", "1,234,567", "-1,234.50"},
    {"ti", "04/11/2026", "4 ሕዳር 2026", "09:05", "1,234,567", "-1,234.50"},
    {"uk", "04.11.2026", "4 листопада 2026\u202Fр.", "09:05", "1\u00A0234\u00A0567", "-1\u00A0234,50"},
    {"pl", "4.11.2026", "4 listopada 2026", "09:05", "1\u00A0234\u00A0567", "-1234,50"},
};

std::vector<std::string> all_of_a_year(const Format& format) {
  std::vector<std::string> all;
  for (unsigned month = 1; month <= 12; ++month) {
    const std::chrono::year_month_day date = 2026y / static_cast<int>(month) / 28;
    all.push_back(format.date(date, DateStyle::digits));
    all.push_back(format.date(date, DateStyle::words));
  }
  for (int hour = 0; hour < 24; ++hour) all.push_back(format.time({hour, 45}));
  all.push_back(format.number(-1234567L));
  all.push_back(format.number(-0.75, 2));
  return all;
}

bool holds_any(const std::string& text, std::initializer_list<const char*> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const char* part) { return text.find(part) != std::string::npos; });
}

}  // namespace

TEST_CASE("Each language writes dates, times and numbers in its own way") {
  for (const Written& written : kWritten) {
    CAPTURE(written.language);
    const Format format(written.language);
    CHECK(format.date(2026y / 11 / 4, DateStyle::digits) == written.digits);
    CHECK(format.date(2026y / 11 / 4, DateStyle::words) == written.words);
    CHECK(format.time({9, 5}) == written.time);
    CHECK(format.number(1234567L) == written.million);
    CHECK(format.number(-1234.5, 2) == written.minus);
  }
}

TEST_CASE("No language has other digits than Latin ones, hidden bidi marks, another era or half a day") {
  for (const Written& written : kWritten) {
    for (const std::string& text : all_of_a_year(Format(written.language))) {
      CAPTURE(written.language, text);
      CHECK_FALSE(text.empty());
      // U+0660–066F and U+06F0–06FF: the first bytes of Arabic-Indic and Persian digits.
      CHECK_FALSE(holds_any(text, {"\xD9\xA0", "\xD9\xA1", "\xD9\xA2", "\xDB\xB0", "\xDB\xB1", "\xDB\xB2"}));
      CHECK_FALSE(holds_any(text, {"\u200E", "\u200F", "\u061C"}));
      CHECK_FALSE(holds_any(text, {"1405", "1448", "2019", "5787", "AM", "PM"}));
    }
  }
}

TEST_CASE("Every language says the whole day in 24 hours") {
  for (const Written& written : kWritten) {
    CAPTURE(written.language);
    const Format format(written.language);
    const std::string separator = std::string(written.language) == "fi" ? "." : ":";
    CHECK(format.time({23, 59}) == "23" + separator + "59");
    CHECK(format.time({13, 0}) == "13" + separator + "00");
    CHECK(format.time({0, 0}) == (separator == "." ? "0.00" : "00:00"));
  }
}

TEST_CASE("The year is whole, also of a date long ago") {
  for (const Written& written : kWritten) {
    CAPTURE(written.language);
    const Format format(written.language);
    CHECK_THAT(format.date(1908y / 2 / 29, DateStyle::digits), Catch::Contains("1908"));
    CHECK_THAT(format.date(1908y / 2 / 29, DateStyle::words), Catch::Contains("1908"));
  }
}

TEST_CASE("A day that is in no calendar gives nothing") {
  CHECK(Format("sv").date(2026y / 2 / 31, DateStyle::words).empty());
}

TEST_CASE("Numbers below a thousand are the same in every language") {
  for (const Written& written : kWritten) {
    CAPTURE(written.language);
    CHECK(Format(written.language).number(0L) == "0");
    CHECK(Format(written.language).number(999L) == "999");
  }
}

TEST_CASE("Thousands are grouped; Polish does so from five digits on") {
  CHECK(Format("sv").number(1000L) == "1\u00A0000");
  CHECK(Format("pl").number(1000L) == "1000");
  CHECK(Format("pl").number(10000L) == "10\u00A0000");
  CHECK(Format("ar").number(-5L) == "-5");
}

TEST_CASE("Decimals are as many as asked for, halves go up, and nothing is minus zero") {
  const Format format("sv");
  CHECK(format.number(2.5, 0) == "3");
  CHECK(format.number(0.125, 2) == "0,13");
  CHECK(format.number(7.0, 2) == "7,00");
  CHECK(format.number(-0.001, 2) == "0,00");
}

TEST_CASE("A language that ICU does not know is written in some way") {
  const Format format("tlh");
  CHECK_THAT(format.date(2026y / 11 / 4, DateStyle::digits), Catch::Contains("2026"));
  CHECK_FALSE(format.number(1234567L).empty());
}

TEST_CASE("A catalogue formats in its own language") {
  CHECK(Catalogue::english().format().date(2026y / 11 / 4, DateStyle::words) == "4 November 2026");
  CHECK(Catalogue::untranslated("fi", "Suomi").format().time({9, 5}) == "9.05");
}
