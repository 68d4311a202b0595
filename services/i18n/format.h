// Format: dates, times and numbers as a language writes them, by ICU; with Latin digits, the Gregorian
// calendar and 24 hours in every language. For all who show one, on screen or on paper. Bidi marks are left
// out of the results: in right-to-left text they stand in an isolate, as the arguments of Catalogue::text do.
#pragma once
#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "services/i18n/local_time.h"

namespace lotsen::i18n {

enum class DateStyle {
  digits,  // "2026-11-04", "4.11.2026", "04/11/2026"
  words,   // "4 november 2026"
};

// One language. ICU's formatters take milliseconds to make and are kept from the first use on. Safe from any
// thread, one at a time; the first date and time block for 10 ms at most, all others for microseconds.
class Format {
 public:
  explicit Format(std::string_view language);
  Format(Format&&) noexcept;
  Format& operator=(Format&&) noexcept;
  ~Format();

  std::string date(std::chrono::year_month_day date, DateStyle style) const;  // nothing for 31 February
  std::string time(TimeOfDay time) const;                                     // "09:05", "9.05"
  std::string number(long number) const;                                      // "1 000" with a no-break space
  std::string number(double number, int decimals) const;                      // "1 234,50"; halves go up

  struct Inside;

 private:
  std::unique_ptr<Inside> inside_;
};

}  // namespace lotsen::i18n
