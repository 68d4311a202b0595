#include "services/core/random.h"

#include <array>
#include <set>

#include "tests/support/catch.h"

using namespace lotsen;

TEST_CASE("A random number stays below its bound and reaches every value") {
  for (const std::uint64_t bound : {1ULL, 2ULL, 3ULL, 7ULL, 32ULL}) {
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 2'000; ++i) seen.insert(random_below(bound));
    CHECK(*seen.rbegin() < bound);
    CHECK(seen.size() == bound);
  }
}

TEST_CASE("A random number can be as large as its bound allows") {
  constexpr std::uint64_t kHuge = UINT64_MAX - 1;
  bool upper_half = false;
  for (int i = 0; i < 200; ++i) {
    const std::uint64_t value = random_below(kHuge);
    CHECK(value < kHuge);
    upper_half = upper_half || value > kHuge / 2;
  }
  CHECK(upper_half);
}

TEST_CASE("Small results are not favoured") {
  std::array<int, 3> counts{};
  for (int i = 0; i < 30'000; ++i) ++counts[random_below(3)];
  // Twelve standard deviations: a fair generator does not get there.
  for (const int count : counts) CHECK(std::abs(count - 10'000) < 1'000);
}

TEST_CASE("Every byte asked for is filled") {
  std::array<std::uint8_t, 1'000> bytes{};
  fill_random(bytes);
  std::set<std::uint8_t> tail(bytes.end() - 200, bytes.end());
  CHECK(tail.size() > 50);
  fill_random({});
}

TEST_CASE("A UUID has the form of RFC 9562 version 4 and does not repeat") {
  std::set<std::string> seen;
  for (int i = 0; i < 500; ++i) {
    const std::string uuid = random_uuid();
    REQUIRE(uuid.size() == 36);
    for (const std::size_t dash : {8U, 13U, 18U, 23U}) CHECK(uuid[dash] == '-');
    CHECK(uuid[14] == '4');
    CHECK(std::string("89ab").find(uuid[19]) != std::string::npos);
    CHECK(uuid.find_first_not_of("0123456789abcdef-") == std::string::npos);
    CHECK(seen.insert(uuid).second);
  }
}

TEST_CASE("Only a random UUID in our own spelling is taken for one") {
  const std::string uuid = random_uuid();
  CHECK(is_random_uuid(uuid));
  CHECK_FALSE(is_random_uuid(""));
  CHECK_FALSE(is_random_uuid(uuid + "0"));
  CHECK_FALSE(is_random_uuid("00000000-0000-1000-8000-000000000000"));  // version 1
  CHECK_FALSE(is_random_uuid("00000000-0000-4000-7000-000000000000"));  // not RFC 9562's variant
  CHECK_FALSE(is_random_uuid("ABCDEF00-0000-4000-8000-000000000000"));
  CHECK_FALSE(is_random_uuid("00000000+0000-4000-8000-000000000000"));
}
