#include "services/core/log.h"

#include <unistd.h>

#include <algorithm>

namespace lotsen {
namespace {

std::string_view name_of(LogLevel level) {
  switch (level) {
    case LogLevel::info:
      return "info";
    case LogLevel::warning:
      return "warning";
    case LogLevel::alarm:
      return "alarm";
  }
  return "";
}

// It could begin a line of its own or steer the terminal of whoever reads the log.
bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

// A value with a space, quote or control character is quoted, so that one event stays one line.
void append_value(std::string& line, std::string_view value) {
  const auto plain = [](char c) {
    return !is_control(c) && std::string_view(" \"=\\").find(c) == std::string_view::npos;
  };
  if (!value.empty() && std::ranges::all_of(value, plain)) {
    line += value;
    return;
  }
  line += '"';
  for (const char c : value) {
    if (c == '\n')
      line += "\\n";
    else if (is_control(c))
      line += ' ';
    else if (c == '"' || c == '\\')
      (line += '\\') += c;
    else
      line += c;
  }
  line += '"';
}

}  // namespace

void StderrLog::write(LogLevel level, std::string_view event, std::initializer_list<LogField> fields) {
  std::string line = to_rfc3339(clock_.utc_ms());
  ((line += ' ') += name_of(level)) += ' ';
  line += event;
  for (const LogField& field : fields) {
    ((line += ' ') += field.key) += '=';
    append_value(line, field.value);
  }
  line += '\n';
  // One write(2) a line: lines of several threads do not mix.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace lotsen
