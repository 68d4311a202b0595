#include "services/backend/cases/tries.h"

#include "tests/support/catch.h"

namespace lotsen::cases {

TEST_CASE("a name is locked after the allowed wrong tries, until its window ends") {
  Tries tries(2, 1'000);
  tries.wrong("a", 100);
  CHECK_FALSE(tries.locked_for_ms("a", 100));
  tries.wrong("a", 300);
  CHECK(tries.locked_for_ms("a", 300) == 800);
  CHECK(tries.locked_for_ms("a", 1'099) == 1);
  CHECK_FALSE(tries.locked_for_ms("a", 1'100));
  CHECK_FALSE(tries.locked_for_ms("b", 300));
}

TEST_CASE("after its window a name starts afresh") {
  Tries tries(2, 1'000);
  tries.wrong("a", 0);
  tries.wrong("a", 0);
  tries.wrong("a", 1'000);
  CHECK_FALSE(tries.locked_for_ms("a", 1'000));
}

TEST_CASE("a counter that is full locks strangers out, until windows end") {
  Tries tries(2, 1'000);
  for (int i = 0; i < 100'000; ++i) tries.wrong(std::to_string(i), 0);
  CHECK(tries.locked_for_ms("stranger", 999));
  CHECK_FALSE(tries.locked_for_ms("stranger", 1'000));
}

}  // namespace lotsen::cases
