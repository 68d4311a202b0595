#include <fstream>
#include <iterator>

#include "services/i18n/catalogue.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using lotsen::ErrorCode;
using lotsen::i18n::Catalogue;
using lotsen::tests::TempFolder;

namespace {

std::string swedish_bytes() {
  std::ifstream stream(LOTSEN_SV_MO, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

lotsen::Result<Catalogue> load_bytes(const TempFolder& folder, const std::string& bytes) {
  const auto file = folder.path() / "broken.mo";
  std::ofstream(file, std::ios::binary) << bytes;
  return Catalogue::load(file, "sv");
}

}  // namespace

TEST_CASE("A catalogue file that is missing is named") {
  const auto catalogue = Catalogue::load("/nowhere/xx.mo", "xx");
  REQUIRE_FALSE(catalogue);
  CHECK(catalogue.error().code == ErrorCode::not_found);
  CHECK_THAT(catalogue.error().detail, Catch::Contains("/nowhere/xx.mo"));
}

TEST_CASE("A catalogue cut short anywhere is corrupt and named") {
  const TempFolder folder;
  const std::string whole = swedish_bytes();
  REQUIRE(load_bytes(folder, whole));
  for (std::size_t size = 0; size < whole.size(); size += 41) {
    CAPTURE(size);
    const auto catalogue = load_bytes(folder, whole.substr(0, size));
    REQUIRE_FALSE(catalogue);
    CHECK(catalogue.error().code == ErrorCode::corrupt);
    CHECK_THAT(catalogue.error().detail, Catch::Contains("broken.mo"));
  }
}

TEST_CASE("A file that is no catalogue is corrupt") {
  const TempFolder folder;
  CHECK(load_bytes(folder, std::string(5000, 'x')).error().code == ErrorCode::corrupt);
  CHECK(load_bytes(folder, "<html>Sign in to the network</html>").error().code == ErrorCode::corrupt);
}

TEST_CASE("A catalogue whose texts are not UTF-8 is corrupt and named") {
  const TempFolder folder;
  std::string damaged = swedish_bytes();
  damaged[damaged.find("Skicka in")] = '\xFF';
  CHECK(load_bytes(folder, damaged).error().code == ErrorCode::corrupt);
  std::string other_charset = swedish_bytes();
  other_charset.replace(other_charset.find("charset=UTF-8"), 13, "charset=KOI-8");
  const auto catalogue = load_bytes(folder, other_charset);
  REQUIRE_FALSE(catalogue);
  CHECK_THAT(catalogue.error().detail, Catch::Contains("broken.mo does not say that it is in UTF-8"));
}

TEST_CASE("No byte changed in a catalogue's tables makes the program read outside of it or end") {
  const TempFolder folder;
  const std::string whole = swedish_bytes();
  const std::size_t tables_end = 28 + 2 * 8 * 60;
  for (std::size_t at = 0; at < tables_end; ++at) {
    for (const int flip : {0xFF, 0x01, 0x20}) {
      std::string damaged = whole;
      damaged[at] = static_cast<char>(damaged[at] ^ flip);
      const auto catalogue = load_bytes(folder, damaged);
      if (catalogue) CHECK_FALSE(catalogue->text("Next").empty());
    }
  }
}
