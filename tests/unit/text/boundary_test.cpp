#include "services/text/text.h"
#include "tests/support/catch.h"

using lotsen::text::next_boundary;
using lotsen::text::previous_boundary;

TEST_CASE("One step moves over what a person sees as one character") {
  const auto [cluster, size] = GENERATE(table<const char*, std::size_t>({
      {"a", 1},
      {"å", 2},
      {"a\u030A", 3},        // a and a ring
      {"e\u0301\u0323", 5},  // two marks
      {"\U0001F600", 4},
      {"\U0001F469\u200D\U0001F467", 11},  // woman, joiner, girl
      {"\U0001F44D\U0001F3FD", 8},         // a thumb and its skin
      {"\U0001F1F8\U0001F1EA", 8},         // the Swedish flag
      {"بً", 4},                            // an Arabic letter and its mark
      {"\xFF", 1},                         // a broken byte
      {"\r\n", 2},
  }));
  const std::string text = "x" + std::string(cluster) + "y";
  CAPTURE(text);
  CHECK(next_boundary(text, 1) == 1 + size);
  CHECK(previous_boundary(text, 1 + size) == 1);
}

TEST_CASE("Steps stop at the ends of the text") {
  CHECK(next_boundary("ab", 2) == 2);
  CHECK(next_boundary("ab", 99) == 2);
  CHECK(next_boundary("", 0) == 0);
  CHECK(previous_boundary("ab", 0) == 0);
  CHECK(previous_boundary("", 0) == 0);
  CHECK(previous_boundary("ab", 99) == 2);
}

TEST_CASE("A step from inside a character leaves it whole") {
  CHECK(next_boundary("åb", 1) == 2);
  CHECK(previous_boundary("bå", 2) == 1);
}
