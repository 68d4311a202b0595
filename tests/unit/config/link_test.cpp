#include <fstream>

#include "services/config/settings.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace lotsen;

TEST_CASE("a relative path counts from where the file really lies, also when a link leads to it") {
  const tests::TempFolder folder;
  std::filesystem::create_directories(folder.path() / "real");
  std::filesystem::create_directories(folder.path() / "deep" / "er");
  std::ofstream(folder.path() / "real" / "k.toml") << "data_dir = \"../data\"\n";
  std::filesystem::create_directory_symlink(folder.path() / "real", folder.path() / "deep" / "er" / "config");
  const std::vector<config::Setting> known{
      {.key = "data_dir", .kind = config::Kind::path, .default_value = "x", .help = ""}};
  const auto settings = config::load_settings(known, folder.path() / "deep" / "er" / "config" / "k.toml", {});
  REQUIRE(settings.has_value());
  CHECK(std::filesystem::weakly_canonical(settings->path("data_dir")) ==
        std::filesystem::weakly_canonical(folder.path() / "data"));
}
