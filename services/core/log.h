// Log: what happened, for those who run the system; one line an event. It takes names, numbers and texts of
// ours; a Secret does not convert, so that personal data cannot get here by accident.
#pragma once
#include <concepts>
#include <initializer_list>
#include <string>
#include <string_view>

#include "services/core/clock.h"

namespace lotsen {

enum class LogLevel { info, warning, alarm };  // alarm: a person must act

struct LogField {
  LogField(std::string_view name, std::string_view text) : key(name), value(text) {}
  LogField(std::string_view name, std::integral auto number) : key(name), value(std::to_string(number)) {}
  std::string_view key;
  std::string value;
};

class Log {
 public:
  virtual ~Log() = default;
  // Safe from any thread; does not fail.
  virtual void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) = 0;

  void info(std::string_view event, std::initializer_list<LogField> fields = {}) {
    write(LogLevel::info, event, fields);
  }
  void warning(std::string_view event, std::initializer_list<LogField> fields = {}) {
    write(LogLevel::warning, event, fields);
  }
  void alarm(std::string_view event, std::initializer_list<LogField> fields = {}) {
    write(LogLevel::alarm, event, fields);
  }
};

// logfmt lines on standard error: `2026-11-21T14:03:07.120Z alarm outbox.quarantined reference=SC-…`.
class StderrLog : public Log {
 public:
  explicit StderrLog(const Clock& clock) : clock_(clock) {}
  void write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) override;

 private:
  const Clock& clock_;
};

}  // namespace lotsen
