#include "services/i18n/format.h"

#include <unicode/numberformatter.h>
#include <unicode/smpdtfmt.h>

#include <mutex>
#include <optional>

#include "services/i18n/icu_locale.h"

namespace lotsen::i18n {
namespace {

using DateFormatter = std::unique_ptr<icu::DateFormat>;
using NumberFormatter = icu::number::LocalizedNumberFormatter;

icu::Locale locale_of(std::string_view language) {
  return {(icu_locale(language) + "@calendar=gregorian;numbers=latn").c_str()};
}

// Without the bidi marks that ICU writes into Arabic and Persian dates and negative numbers. They would put
// the parts of a date into another order than those of the same date in an isolate.
std::string shown(const icu::UnicodeString& text) {
  icu::UnicodeString plain;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const char16_t unit = text[i];
    if (unit != u'\u200E' && unit != u'\u200F' && unit != u'\u061C') plain += unit;
  }
  std::string utf8;
  return plain.toUTF8String(utf8);
}

// In digits ICU shortens the year in some languages, and nobody can read 04/11/26. Its patterns by skeleton
// have the whole year, but put the month first in Somali and Dari.
void lengthen_year(icu::DateFormat& formatter) {
  auto* by_pattern = dynamic_cast<icu::SimpleDateFormat*>(&formatter);
  if (by_pattern == nullptr) return;
  icu::UnicodeString pattern;
  by_pattern->toPattern(pattern);
  while (pattern.indexOf(u"yy") >= 0) pattern.findAndReplace(u"yy", u"y");
  by_pattern->applyPattern(pattern);
}

DateFormatter date_formatter(const icu::Locale& locale, DateStyle style) {
  const bool digits = style == DateStyle::digits;
  DateFormatter made(
      icu::DateFormat::createDateInstance(digits ? icu::DateFormat::kShort : icu::DateFormat::kLong, locale));
  if (made && digits) lengthen_year(*made);
  return made;
}

DateFormatter time_formatter(const icu::Locale& locale) {
  UErrorCode fault = U_ZERO_ERROR;
  return DateFormatter(icu::DateFormat::createInstanceForSkeleton("Hm", locale, fault));
}

NumberFormatter number_formatter(const icu::Locale& locale) {
  return icu::number::NumberFormatter::withLocale(locale)
      .sign(UNUM_SIGN_NEGATIVE)
      .roundingMode(UNUM_ROUND_HALFUP);
}

std::string written(DateFormatter& formatter, std::chrono::sys_time<std::chrono::minutes> time) {
  if (!formatter) return {};
  formatter->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  const std::chrono::milliseconds since_epoch = time.time_since_epoch();
  return shown(formatter->format(static_cast<UDate>(since_epoch.count()), text));
}

}  // namespace

struct Format::Inside {
  explicit Inside(std::string_view language) : locale(locale_of(language)) {}

  const NumberFormatter& numbers();

  std::mutex one_at_a_time;
  icu::Locale locale;
  DateFormatter digits, words, time;
  std::optional<NumberFormatter> number;
};

const NumberFormatter& Format::Inside::numbers() {
  if (!number) number = number_formatter(locale);
  return *number;
}

Format::Format(std::string_view language) : inside_(std::make_unique<Inside>(language)) {}
Format::Format(Format&&) noexcept = default;
Format& Format::operator=(Format&&) noexcept = default;
Format::~Format() = default;

std::string Format::date(std::chrono::year_month_day date, DateStyle style) const {
  if (!date.ok()) return {};
  const std::lock_guard lock(inside_->one_at_a_time);
  DateFormatter& formatter = style == DateStyle::digits ? inside_->digits : inside_->words;
  if (!formatter) formatter = date_formatter(inside_->locale, style);
  return written(formatter, std::chrono::sys_days(date));
}

std::string Format::time(TimeOfDay time) const {
  const std::lock_guard lock(inside_->one_at_a_time);
  if (!inside_->time) inside_->time = time_formatter(inside_->locale);
  const std::chrono::minutes since_midnight{time.hours * 60 + time.minutes};
  return written(inside_->time, std::chrono::sys_time<std::chrono::minutes>(since_midnight));
}

std::string Format::number(long number) const {
  // The same everywhere, and nearly all that a kiosk shows: its pages need not wait for ICU.
  if (number >= 0 && number < 1000) return std::to_string(number);
  const std::lock_guard lock(inside_->one_at_a_time);
  UErrorCode fault = U_ZERO_ERROR;
  return shown(inside_->numbers().formatInt(number, fault).toString(fault));
}

std::string Format::number(double number, int decimals) const {
  const std::lock_guard lock(inside_->one_at_a_time);
  UErrorCode fault = U_ZERO_ERROR;
  const NumberFormatter rounded =
      inside_->numbers().precision(icu::number::Precision::fixedFraction(decimals));
  return shown(rounded.formatDouble(number, fault).toString(fault));
}

}  // namespace lotsen::i18n
