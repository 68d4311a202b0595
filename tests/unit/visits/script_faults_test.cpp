#include "kiosk/visits/script.h"
#include "tests/support/catch.h"

using namespace lotsen;
using namespace lotsen::visits;

namespace {

std::string fault(std::string_view line) {
  const Result<std::optional<Line>> result = parse_line(line, 12);
  INFO(line);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::bad_input);
  return result.error().detail;
}

}  // namespace

TEST_CASE("A fault names the line and the mend") {
  CHECK(fault("pres home.services") ==
        "line 12: unknown command; there are press, type, key, wait, expect, absent, shot, elements, spoken, "
        "offline, online, idle, screen, rotate");
  CHECK(fault("\"press\" x").starts_with("line 12: unknown command"));
  CHECK(fault("press") == "line 12: write: press ID");
  CHECK(fault("press a b") == "line 12: write: press ID");
  CHECK(fault("press \"a\"") == "line 12: write: press ID");
  CHECK(fault("absent") == "line 12: write: absent ID");
  CHECK(fault("key") == "line 12: write: key NAME, such as Tab, Shift+Tab or \"Left Shift\"");
  CHECK(fault("key \"\"") == "line 12: write: key NAME, such as Tab, Shift+Tab or \"Left Shift\"");
  CHECK(fault("wait") == "line 12: write: wait ID [5s]");
  CHECK(fault("idle") == "line 12: write: idle 60s");
  CHECK(fault("offline now") == "line 12: stands alone on its line");
}

TEST_CASE("Typed text must be in quotes and whole") {
  CHECK(fault("type q.location Storgatan") == "line 12: write: type ID \"text\"");
  CHECK(fault("type q.location \"Stor\" \"gatan\"") == "line 12: write: type ID \"text\"");
  CHECK(fault("type q.location /Stor/") == "line 12: write: type ID \"text\"");
  CHECK(fault("type q.location \"Storgatan") == "line 12: has no closing \"; it must stand on the same line");
  CHECK(fault("type q.location \"Stor\"gatan") == "line 12: needs a space after the closing \"");
  CHECK(fault(R"(type q.x "a\nb")") ==
        R"(line 12: a backslash in a text stands before " or \; write \\ for one)");
  CHECK(fault(R"(type q.x "a\)") ==
        R"(line 12: a backslash in a text stands before " or \; write \\ for one)");
  CHECK(fault(R"(type q.x "a\")") == "line 12: has no closing \"; it must stand on the same line");
}

TEST_CASE("What is expected is a text or a regular expression that holds together") {
  constexpr const char* kUsage = "line 12: write: expect ID \"text\" [10s] or expect ID /regex/ [10s]";
  CHECK(fault("expect receipt.status") == kUsage);
  CHECK(fault("expect receipt.status Inskickat") == kUsage);
  CHECK(fault("expect receipt.status \"Inskickat\" 10s more") == kUsage);
  CHECK(fault("expect x /a(/") == "line 12: the regular expression is broken; mend it");
  CHECK(fault("expect x /a") == "line 12: has no closing /; it must stand on the same line");
  CHECK(fault(R"(expect x /a\)") ==
        R"(line 12: a backslash in a text stands before " or \; write \\ for one)");
}

TEST_CASE(
    "A screen has a width and a height of at least one pixel, and not more than there are screens for") {
  for (const char* line :
       {"screen", "screen 1080", "screen x", "screen 1080x", "screen x1920", "screen 0x1920",
        "screen 1080x7681", "screen -1x5", "screen 1080x1920x2", "screen 1080 1920", "screen \"1080x1920\"",
        "screen 99999999999x1", "screen 10 80x1920"})
    CHECK(fault(line) == "line 12: write: screen 1080x1920, each from 1 to 7680");
  CHECK(fault("rotate left") == "line 12: stands alone on its line");
}

TEST_CASE("A time is a whole number of seconds or milliseconds and not too long") {
  for (const char* line :
       {"wait x 5", "wait x s", "wait x ms", "wait x -5s", "wait x 5.5s", "wait x 5 s", "wait x \"5s\"",
        "idle 1m", "idle +5s", "expect x \"a\" soon", "idle 99999999999999999999s"}) {
    INFO(line);
    const std::string detail = fault(line);
    CHECK(
        (detail == "line 12: needs a time such as 5s or 500ms" || detail == "line 12: write: wait ID [5s]"));
  }
  CHECK(fault("idle 3601s") == "line 12: waits longer than an hour; choose a shorter time");
  CHECK(fault("idle 2147483647s") == "line 12: waits longer than an hour; choose a shorter time");
}

TEST_CASE("A name cannot lead out of the output folder") {
  for (const std::string name : {"", "../x", "a/b", ".", "a.png", "a b", "\"a\"", "å", "a\\b"}) {
    for (const std::string verb : {"shot ", "elements ", "spoken "}) {
      CHECK(fault(verb + name) == "line 12: needs one name of letters a to z, digits, _ and -");
    }
  }
  CHECK(fault("shot " + std::string(101, 'a')).find("needs one name") != std::string::npos);
}

TEST_CASE("A control character is refused") {
  CHECK(fault("type q.x \"a\x1b\"") == "line 12: holds a control character; remove it");
  CHECK(fault(std::string_view("press a\0b", 9)) == "line 12: holds a control character; remove it");
}

TEST_CASE("A fault never repeats what a visitor would have typed") {
  for (const char* line :
       {"Storgatan 12", "type q.x \"Storgatan 12", "type q.x Storgatan", "shot Storgatan/12",
        "expect q.x Storgatan", "wait Storgatan Storgatan", "expect x /Storgatan(/"}) {
    CHECK(fault(line).find("Storgatan") == std::string::npos);
  }
}
