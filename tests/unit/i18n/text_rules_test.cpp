#include "tests/unit/i18n/text_rules.h"

#include "tests/support/catch.h"

using namespace lotsen::tests;

TEST_CASE("Placeholders are names in braces") {
  CHECK(placeholders("Step {n} of {total}, {n}") == std::set<std::string>{"n", "total"});
  CHECK(placeholders("{ n } {} {N} {n").empty());
}

TEST_CASE("Arabic-Indic and Persian digits are found, letters are none") {
  CHECK(has_foreign_digit("الساعة ٩"));
  CHECK(has_foreign_digit("ساعت ۹"));
  CHECK_FALSE(has_foreign_digit("ساعت 9، الساعة"));
}

TEST_CASE("A number in groups inside a right-to-left sentence must stand in an isolate") {
  CHECK(loose_number("اتصل على 070-174 06 05.") == "070-174 06 05");
  CHECK_FALSE(loose_number("اتصل على 112\u00A0114").empty());
  CHECK_FALSE(loose_number("רופט 8\u201115").empty());
  CHECK(loose_number("اتصل على \u2066070-174 06 05\u2069.").empty());
  CHECK(loose_number("انتظر 30 ثانية").empty());
}

TEST_CASE("A number alone and one in a left-to-right sentence keep their order without isolates") {
  CHECK(loose_number("070-174 06 05").empty());
  CHECK(loose_number("Ring 070-174 06 05.").empty());
}

TEST_CASE("Isolates come in pairs") {
  CHECK_FALSE(loose_number("اتصل \u2066112").empty());
  CHECK_FALSE(loose_number("اتصل 112\u2069").empty());
}
