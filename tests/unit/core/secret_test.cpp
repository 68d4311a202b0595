#include "services/core/secret.h"

#include <malloc.h>

#include <cstdlib>
#include <cstring>
#include <map>
#include <new>
#include <utility>

#include "services/core/wipe.h"
#include "tests/support/catch.h"

using namespace lotsen;

namespace {

// While one is watched, every block that is deleted is searched for it first: what a Secret gives back to the
// heap must hold nothing of it.
struct Watch {
  const char* marker = nullptr;
  int deleted = 0;
  int unwiped = 0;
};
Watch watch;  // NOLINT: operator delete has no other way to reach the test

constexpr const char* kMarker = "Storgatan 12, vid busshallplatsen";

class Watched {
 public:
  Watched() { watch = {kMarker, 0, 0}; }
  ~Watched() { watch = {}; }
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;
  bool all_wiped() const { return watch.deleted > 0 && watch.unwiped == 0; }
};

void look_at(void* block) {
  if (watch.marker == nullptr || block == nullptr) return;
  ++watch.deleted;
  const std::size_t size = malloc_usable_size(block);  // clang does not hand the size to operator delete
  // Any eight bytes in a row of the marker count as found.
  for (std::size_t i = 0; i + 8 <= std::strlen(watch.marker); ++i) {
    if (memmem(block, size, watch.marker + i, 8) != nullptr) {
      ++watch.unwiped;
      return;
    }
  }
}

}  // namespace

// The whole family: a sanitizer's own halves do not go with ours.
void* operator new(std::size_t size) {
  void* block = std::malloc(size == 0 ? 1 : size);
  if (block == nullptr) throw std::bad_alloc();
  return block;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}
void* operator new[](std::size_t size) {
  return operator new(size);
}
void* operator new[](std::size_t size, const std::nothrow_t& no) noexcept {
  return operator new(size, no);
}
void operator delete(void* block) noexcept {
  look_at(block);
  std::free(block);
}
void operator delete(void* block, const std::nothrow_t&) noexcept {
  std::free(block);
}
void operator delete(void* block, std::size_t) noexcept {
  operator delete(block);
}
void operator delete[](void* block) noexcept {
  std::free(block);
}
void operator delete[](void* block, std::size_t) noexcept {
  std::free(block);
}
void operator delete[](void* block, const std::nothrow_t&) noexcept {
  std::free(block);
}

TEST_CASE("The watch that these tests rest on finds what is not wiped") {
  const Watched watched;
  {
    const std::vector<char> plain(kMarker, kMarker + std::strlen(kMarker));
    asm volatile("" : : "r"(plain.data()) : "memory");  // or the optimiser leaves the whole vector out
  }
  CHECK(watch.unwiped == 1);
}

TEST_CASE("A secret that ends leaves nothing in memory") {
  const Watched watched;
  { const Secret secret(kMarker); }
  CHECK(watched.all_wiped());
}

TEST_CASE("A secret that changes leaves nothing of what it was") {
  const Watched watched;
  Secret secret(kMarker);
  SECTION("inserted into") {
    secret.insert(5, "xyz");
  }
  SECTION("appended to") {
    secret.append("xyz");
  }
  SECTION("erased from") {
    secret.erase(3, 4);
  }
  SECTION("assigned a copy") {
    const Secret other("other");
    secret = other;
  }
  SECTION("assigned by moving") {
    secret = Secret("other");
  }
  CHECK(watched.all_wiped());
}

TEST_CASE("Cleared and emptied secrets keep their memory but not what was in it") {
  Secret secret(kMarker);
  const char* bytes = secret.view().data();
  const std::size_t size = secret.size();
  secret.clear();
  CHECK(secret.empty());
  CHECK(memmem(bytes, size, "Storgatan", 9) == nullptr);
}

TEST_CASE("Copies and moves of a secret are wiped each for itself") {
  const Watched watched;
  {
    Secret first(kMarker);
    const Secret copy = first;
    const Secret moved = std::move(first);
    std::vector<Secret> many;
    for (int i = 0; i < 10; ++i) many.push_back(copy);
    std::map<int, Secret> by_number{{1, moved}};
    by_number.clear();
    CHECK(copy == moved);
  }
  CHECK(watched.all_wiped());
}

TEST_CASE("A secret moved from is empty") {
  Secret first("abc");
  const Secret second = std::move(first);
  CHECK(first.empty());  // NOLINT: it is what is tested
  CHECK(second.view() == "abc");
}

TEST_CASE("A secret assigned to itself stays as it is") {
  Secret secret("abc");
  Secret& same = secret;
  secret = same;
  CHECK(secret.view() == "abc");
  secret = std::move(same);
  CHECK(secret.view() == "abc");
}

TEST_CASE("A secret is edited at any place") {
  Secret secret("Strgatan");
  secret.insert(2, "o");
  CHECK(secret.view() == "Storgatan");
  secret.insert(0, "På ");
  secret.append(" 12");
  CHECK(secret.view() == "På Storgatan 12");
  secret.erase(0, 4);
  CHECK(secret.view() == "Storgatan 12");
  secret.erase(secret.size() - 3, 3);
  CHECK(secret.view() == "Storgatan");
  secret.erase(0, secret.size());
  CHECK(secret.empty());
}

TEST_CASE("Secrets are equal when their texts are") {
  CHECK(Secret("a") == Secret("a"));
  CHECK_FALSE(Secret("a") == Secret("b"));
  CHECK_FALSE(Secret("a") == Secret());
}

TEST_CASE("Wiping overwrites every byte") {
  char bytes[16];
  std::memset(bytes, 'x', sizeof bytes);
  wipe(bytes + 1, 14);
  CHECK(bytes[0] == 'x');
  CHECK(bytes[15] == 'x');
  for (int i = 1; i < 15; ++i) CHECK(bytes[i] == 0);
  wipe(nullptr, 0);
}
