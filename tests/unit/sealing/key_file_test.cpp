#include <sys/stat.h>

#include <array>
#include <fstream>
#include <set>
#include <thread>
#include <vector>

#include "services/sealing/keys.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace lotsen::sealing {
namespace {

using tests::TempFolder;
namespace fs = std::filesystem;

Error error_reading(const fs::path& file) {
  const auto key = kiosk_key(file);
  REQUIRE_FALSE(key);
  return key.error();
}

void flip_bit(const fs::path& file, std::streamoff at) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(at);
  const char byte = static_cast<char>(stream.get() ^ 1);
  stream.seekp(at);
  stream.put(byte);
}

std::size_t files_in(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("A key is made once, and is the same at every start after") {
  const TempFolder folder;
  const auto first = kiosk_key(folder.path() / "kiosk.key");
  REQUIRE(first);
  CHECK(kiosk_key(folder.path() / "kiosk.key")->sign == first->sign);
  CHECK(kiosk_key(folder.path() / "other.key")->sign != first->sign);
  const auto backend = backend_keys(folder.path() / "backend.key");
  REQUIRE(backend);
  const auto again = backend_keys(folder.path() / "backend.key");
  CHECK(again->box == backend->box);
  CHECK(again->sign == backend->sign);
  CHECK(again->public_keys.key_id == backend->public_keys.key_id);
}

TEST_CASE("A key's file is for its owner alone, and nothing else is left beside it") {
  const TempFolder folder;
  REQUIRE(kiosk_key(folder.path() / "kiosk.key"));
  struct stat facts {};
  REQUIRE(stat((folder.path() / "kiosk.key").c_str(), &facts) == 0);
  CHECK((facts.st_mode & 07777) == 0600);
  CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("A key that others may read is refused with the mend") {
  const TempFolder folder;
  const auto file = folder.path() / "kiosk.key";
  REQUIRE(kiosk_key(file));
  REQUIRE(chmod(file.c_str(), GENERATE(0640u, 0604u, 0620u, 0601u)) == 0);
  const Error error = error_reading(file);
  CHECK(error.code == ErrorCode::io);
  CHECK_THAT(error.detail, Catch::Contains("chmod 600") && Catch::Contains("kiosk.key"));
}

TEST_CASE("A key with any bit flipped is corrupt and not replaced") {
  const TempFolder folder;
  const auto file = folder.path() / "kiosk.key";
  REQUIRE(kiosk_key(file));
  const auto size = static_cast<int>(fs::file_size(file));
  flip_bit(file, GENERATE_COPY(range(0, size)));
  CHECK(error_reading(file).code == ErrorCode::corrupt);
  CHECK(error_reading(file).code == ErrorCode::corrupt);
}

TEST_CASE("A key of the wrong size is corrupt") {
  const TempFolder folder;
  const auto file = folder.path() / "kiosk.key";
  REQUIRE(kiosk_key(file));
  const auto size = fs::file_size(file);
  fs::resize_file(file, GENERATE_COPY(std::uintmax_t{0}, std::uintmax_t{1}, size - 1, size + 1, size * 100));
  CHECK(error_reading(file).code == ErrorCode::corrupt);
}

TEST_CASE("The backend's keys are not taken for a kiosk's") {
  const TempFolder folder;
  REQUIRE(backend_keys(folder.path() / "backend.key"));
  REQUIRE(kiosk_key(folder.path() / "kiosk.key"));
  CHECK(error_reading(folder.path() / "backend.key").code == ErrorCode::corrupt);
  CHECK(backend_keys(folder.path() / "kiosk.key").error().code == ErrorCode::corrupt);
}

TEST_CASE("A place where no key can be is an io error that names it") {
  const TempFolder folder;
  CHECK(error_reading(folder.path()).code == ErrorCode::io);
  const Error missing = error_reading(folder.path() / "missing" / "kiosk.key");
  CHECK(missing.code == ErrorCode::io);
  CHECK_THAT(missing.detail, Catch::Contains("missing/kiosk.key"));
}

TEST_CASE("Programs that make a key at the same moment get the same one") {
  const TempFolder folder;
  std::array<std::array<std::uint8_t, 64>, 8> made{};
  {
    std::vector<std::jthread> programs;
    for (auto& key : made) {
      programs.emplace_back([&] { key = kiosk_key(folder.path() / "kiosk.key").value().sign; });
    }
  }
  CHECK(std::set(made.begin(), made.end()).size() == 1);
  CHECK(files_in(folder.path()) == 1);
}

}  // namespace lotsen::sealing
