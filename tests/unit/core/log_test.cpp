#include "services/core/log.h"

#include <fcntl.h>
#include <unistd.h>

#include <type_traits>

#include "services/core/secret.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"

using namespace lotsen;

namespace {

// What is written to standard error while it exists.
class StandardError {
 public:
  StandardError() : kept_(::dup(STDERR_FILENO)) {
    REQUIRE(::pipe2(pipe_, O_NONBLOCK) == 0);
    ::dup2(pipe_[1], STDERR_FILENO);
  }
  ~StandardError() {
    ::dup2(kept_, STDERR_FILENO);
    for (const int descriptor : {kept_, pipe_[0], pipe_[1]}) ::close(descriptor);
  }
  StandardError(const StandardError&) = delete;
  StandardError& operator=(const StandardError&) = delete;
  std::string text() const {
    char bytes[4096];
    const ssize_t got = ::read(pipe_[0], bytes, sizeof bytes);
    return got > 0 ? std::string(bytes, static_cast<std::size_t>(got)) : "";
  }

 private:
  int kept_;
  int pipe_[2] = {-1, -1};
};

std::string logged_value(std::string_view value) {
  const tests::ManualClock clock;
  StderrLog log(clock);
  const StandardError standard_error;
  log.info("e", {{"k", value}});
  const std::string line = standard_error.text();
  const std::size_t at = line.find("k=") + 2;
  return line.substr(at, line.size() - at - 1);
}

}  // namespace

TEST_CASE("A log line holds time, level, event and fields") {
  const tests::ManualClock clock;
  StderrLog log(clock);
  std::string text;
  {
    const StandardError standard_error;
    log.alarm("outbox.quarantined", {{"reference", "SC-1"}, {"tries", 3}});
    text = standard_error.text();
  }
  CHECK(text == "2026-11-21T14:03:07.120Z alarm outbox.quarantined reference=SC-1 tries=3\n");
}

TEST_CASE("Each level has its name") {
  const tests::ManualClock clock;
  StderrLog log(clock);
  std::string text;
  {
    const StandardError standard_error;
    log.info("a");
    log.warning("b");
    text = standard_error.text();
  }
  CHECK(text == "2026-11-21T14:03:07.120Z info a\n2026-11-21T14:03:07.120Z warning b\n");
}

TEST_CASE("A plain value is written bare, any other in quotes") {
  CHECK(logged_value("plain-1.2/x:å") == "plain-1.2/x:å");
  CHECK(logged_value("") == "\"\"");
  CHECK(logged_value("two words") == "\"two words\"");
  CHECK(logged_value("a=b") == "\"a=b\"");
  CHECK(logged_value("say \"hi\"") == "\"say \\\"hi\\\"\"");
  CHECK(logged_value("c:\\x") == "\"c:\\\\x\"");
}

TEST_CASE("No value can begin a line of its own or steer a terminal") {
  CHECK(logged_value("a\nb alarm forged") == "\"a\\nb alarm forged\"");
  for (const std::string value : {"a\rb", "a\tb", "a\x1b[31mb c", "a\x1b[31mb", "a\x07z"}) {
    const std::string line = logged_value(value);
    INFO(line);
    for (const char c : line) CHECK(static_cast<unsigned char>(c) >= 0x20);
  }
}

TEST_CASE("A secret cannot be handed to the log") {
  CHECK_FALSE(std::is_constructible_v<LogField, std::string_view, Secret>);
  CHECK_FALSE(std::is_convertible_v<Secret, std::string_view>);
  CHECK_FALSE(std::is_convertible_v<Secret, std::string>);
}
