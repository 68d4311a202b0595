#include "kiosk/visits/script.h"

#include <filesystem>
#include <fstream>

#include "tests/support/catch.h"

using namespace lotsen;
using namespace lotsen::visits;

namespace {

template <class C>
C parsed(std::string_view line) {
  const Result<std::optional<Line>> result = parse_line(line, 7);
  INFO(line << (result ? "" : " -> " + result.error().detail));
  REQUIRE(result);
  REQUIRE(*result);
  CHECK((*result)->number == 7);
  REQUIRE(std::holds_alternative<C>((*result)->command));
  return std::get<C>((*result)->command);
}

bool nothing(std::string_view line) {
  const Result<std::optional<Line>> result = parse_line(line, 1);
  return result && !*result;
}

}  // namespace

TEST_CASE("Empty lines and comments are nothing") {
  for (const char* line : {"", "   ", "\t", "\r", "# press home.services", "   # also"}) CHECK(nothing(line));
}

TEST_CASE("Commands on elements name them") {
  CHECK(parsed<Press>("press home.services").id == "home.services");
  CHECK(parsed<Press>("  press\tkey.å   # the letter").id == "key.å");
  CHECK(parsed<Press>("press key.#").id == "key.#");
  CHECK(parsed<Press>("press key.\"").id == "key.\"");
  CHECK(parsed<Press>("press key./").id == "key./");
  CHECK(parsed<Absent>("absent q.location.error\r").id == "q.location.error");
}

TEST_CASE("Typed text stands in quotes, with two escapes and nothing else special") {
  CHECK(parsed<Type>("type q.location \"Storgatan 12, vid busshållplatsen\"").text.view() ==
        "Storgatan 12, vid busshållplatsen");
  CHECK(parsed<Type>(R"(type q.x "a \"b\" c\\d # e /f/")").text.view() == R"(a "b" c\d # e /f/)");
  CHECK(parsed<Type>("type q.x \"\"").text.empty());
  CHECK(parsed<Type>("type q.x \"a\" # comment").id == "q.x");
}

TEST_CASE("Keys are named as SDL does, in quotes when the name has a space") {
  CHECK(parsed<Key>("key Tab").name == "Tab");
  CHECK(parsed<Key>("key Shift+Tab").name == "Shift+Tab");
  CHECK(parsed<Key>("key \"Left Shift\"").name == "Left Shift");
}

TEST_CASE("Waiting takes two seconds at most or the time given") {
  CHECK(parsed<Wait>("wait receipt.reference").timeout_ms == 2000);
  CHECK(parsed<Wait>("wait receipt.reference 5s").timeout_ms == 5000);
  CHECK(parsed<Wait>("wait receipt.reference 500ms").timeout_ms == 500);
  CHECK(parsed<Wait>("wait receipt.reference 0s").timeout_ms == 0);
}

TEST_CASE("Expected values are exact texts or regular expressions") {
  const auto exact = parsed<Expect>("expect receipt.status \"Inskickat\" 10s");
  CHECK(exact.id == "receipt.status");
  CHECK(exact.text.view() == "Inskickat");
  CHECK_FALSE(exact.is_regex);
  CHECK(exact.timeout_ms == 10'000);
  CHECK(holds(exact, "Inskickat"));
  CHECK_FALSE(holds(exact, "Inskickat."));
  CHECK_FALSE(holds(exact, ""));

  const auto pattern = parsed<Expect>(R"(expect receipt.reference /^SC-[0-9A-Z]{4}-[0-9A-Z]{4}-.$/)");
  CHECK(pattern.is_regex);
  CHECK(pattern.timeout_ms == 2000);
  CHECK(holds(pattern, "SC-7K3Q-M9PX-T"));
  CHECK_FALSE(holds(pattern, "SC-7K3Q"));
}

TEST_CASE("A regular expression may hold spaces, quotes, escapes and a slash") {
  CHECK(holds(parsed<Expect>(R"(expect x /a "b" \/ \d+ c/)"), R"(-- a "b" / 42 c --)"));
}

TEST_CASE("Outputs are named, the network goes and comes, time passes") {
  CHECK(parsed<Shot>("shot receipt_1-a").name == "receipt_1-a");
  CHECK(parsed<Elements>("elements receipt").name == "receipt");
  CHECK(parsed<Spoken>("spoken receipt").name == "receipt");
  parsed<Offline>("offline");
  parsed<Online>("online # again");
  CHECK(parsed<Idle>("idle 60s").ms == 60'000);
  CHECK(parsed<Idle>("idle 1500ms").ms == 1500);
  CHECK(parsed<Idle>("idle 3600s").ms == 3'600'000);
}

TEST_CASE("The screen takes a size or is turned") {
  const auto screen = parsed<Screen>("screen 1080x1920  # portrait");
  CHECK(screen.width == 1080);
  CHECK(screen.height == 1920);
  CHECK(parsed<Screen>("screen 1x7680").width == 1);
  parsed<Rotate>("rotate");
}

TEST_CASE("Every script in tests/visits can be read") {
  int scripts = 0;
  const std::filesystem::path folder = std::filesystem::path(LOTSEN_SOURCE_DIR) / "tests/visits";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".visit") continue;
    ++scripts;
    std::ifstream in(entry.path());
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      const Result<std::optional<Line>> result = parse_line(line, ++number);
      INFO(entry.path() << (result ? "" : ": " + result.error().detail));
      CHECK(result);
    }
  }
  CHECK(scripts >= 4);
}
