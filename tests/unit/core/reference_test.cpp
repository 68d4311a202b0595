#include "services/core/reference.h"

#include <set>

#include "tests/support/catch.h"

using namespace lotsen;

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// Places of the eight random characters and the check character in "SC-7K3Q-M9PX-C".
constexpr std::size_t kPlaces[] = {3, 4, 5, 6, 8, 9, 10, 11, 13};

}  // namespace

TEST_CASE("A reference is SC, two groups of four and a check character that can be read out") {
  for (int i = 0; i < 500; ++i) {
    const std::string reference = new_case_reference().value;
    REQUIRE(reference.size() == 14);
    CHECK(reference.starts_with("SC-"));
    CHECK(reference[7] == '-');
    CHECK(reference[12] == '-');
    for (const std::size_t place : kPlaces) CHECK(kAlphabet.find(reference[place]) != kAlphabet.npos);
    CHECK(parse_case_reference(reference) == CaseReference{reference});
  }
}

TEST_CASE("The check character is the value modulo 37 as Crockford has it") {
  CHECK(parse_case_reference("SC-0000-0000-0"));
  CHECK(parse_case_reference("SC-0000-0001-1"));
  CHECK(parse_case_reference("SC-0000-000Z-Z"));
  CHECK(parse_case_reference("SC-0000-0015-0"));  // 1 * 32 + 5 = 37
  CHECK(parse_case_reference("SC-0000-0010-*"));  // 32: outside the alphabet, never made but right
  CHECK_FALSE(parse_case_reference("SC-0000-0001-2"));
}

TEST_CASE("Every single mistyped character of a reference is noticed") {
  for (int i = 0; i < 200; ++i) {
    const std::string right = new_case_reference().value;
    for (const std::size_t place : kPlaces) {
      for (const char other : kAlphabet) {
        if (other == right[place]) continue;
        std::string wrong = right;
        wrong[place] = other;
        INFO(right << " mistyped as " << wrong);
        REQUIRE_FALSE(parse_case_reference(wrong));
      }
    }
  }
}

TEST_CASE("Every swap of two neighbouring characters of a reference is noticed") {
  for (int i = 0; i < 200; ++i) {
    const std::string right = new_case_reference().value;
    for (std::size_t p = 0; p + 2 < std::size(kPlaces); ++p) {
      std::string wrong = right;
      std::swap(wrong[kPlaces[p]], wrong[kPlaces[p + 1]]);
      if (wrong != right) REQUIRE_FALSE(parse_case_reference(wrong));
    }
  }
}

TEST_CASE("A reference is understood as people type it") {
  const CaseReference expected{"SC-0000-0001-1"};
  for (const char* typed : {"sc-0000-0001-1", "SC00000001 1", " sc 0000 0001 1 ", "SC-OOOO-ooo1-1",
                            "SC-0000-000I-1", "SC-0000-000l-L", "S-C-0-0-0-0-0-0-0-1-1"}) {
    INFO(typed);
    CHECK(parse_case_reference(typed) == expected);
  }
}

TEST_CASE("What is not a reference is not taken for one") {
  for (const std::string typed :
       {"", "SC", "SC-", "SC-0000-0001", "SC-0000-0001-", "SC-0000-0001-11", "SD-0000-0001-1", "0000-0001-1",
        "SC-0000-000U-1", "SC-0000-000å-1", "SC-0000-0001-1; drop", "SC-0000\n-0001-1"}) {
    INFO(typed);
    CHECK_FALSE(parse_case_reference(typed));
  }
  CHECK_FALSE(parse_case_reference(std::string("SC-0000-0001-1\0", 15)));
  CHECK_FALSE(parse_case_reference(std::string(100'000, '0')));
}

TEST_CASE("References and codes do not repeat") {
  std::set<std::string> seen;
  for (int i = 0; i < 2'000; ++i) {
    CHECK(seen.insert(new_case_reference().value).second);
    CHECK(seen.insert(std::string(new_access_code().view())).second);
  }
}

TEST_CASE("A code has two groups of four and is understood as people type it") {
  const Secret code = new_access_code();
  REQUIRE(code.size() == 9);
  CHECK(code.view()[4] == '-');
  CHECK(parse_access_code(code.view()) == code);
  CHECK(parse_access_code("4f7k 22mn") == Secret("4F7K-22MN"));
  CHECK(parse_access_code("oi7k22ml") == Secret("017K-22M1"));
}

TEST_CASE("What is not a code is not taken for one") {
  for (const char* typed : {"", "4F7K", "4F7K-22M", "4F7K-22MNX", "4F7K-22MU", "4F7K_22MN"}) {
    INFO(typed);
    CHECK_FALSE(parse_access_code(typed));
  }
}
