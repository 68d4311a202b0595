#include "services/i18n/catalogues.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

namespace fs = std::filesystem;
using lotsen::i18n::Catalogues;
using lotsen::i18n::load_catalogues;
using lotsen::tests::TempFolder;
using Codes = std::vector<std::string>;

namespace {

// sv.mo, ar.mo and pl.mo, and whatever a test breaks.
class Folder {
 public:
  Folder() {
    fs::copy_file(LOTSEN_SV_MO, path() / "sv.mo");
    for (const char* name : {"ar.mo", "pl.mo"}) fs::copy_file(fs::path(LOTSEN_TEST_MO) / name, path() / name);
  }
  fs::path path() const { return folder_.path(); }
  void write(const std::string& name, const std::string& content) const {
    std::ofstream(path() / name, std::ios::binary) << content;
  }

 private:
  TempFolder folder_;
};

std::string only_fault(const Catalogues& all) {
  REQUIRE(all.faults.size() == 1);
  return all.faults.front().detail;
}

}  // namespace

TEST_CASE("Languages are read in the order they are offered") {
  const Folder folder;
  const Catalogues all = load_catalogues(folder.path(), {"pl", "sv", "en", "ar"});
  CHECK(all.faults.empty());
  CHECK(all.languages == Codes{"pl", "sv", "en", "ar"});
  CHECK(all.texts.size() == 4);
  CHECK(all.texts.at("pl").text("Back") == "Wstecz");
  CHECK(all.texts.at("en").own_name() == "English");
}

TEST_CASE("Every language but English falls back to Swedish") {
  const Folder folder;
  const Catalogues all = load_catalogues(folder.path(), {"en", "pl", "ar", "sv"});
  CHECK(all.texts.at("pl").text("Send") == "Skicka in");
  CHECK(all.texts.at("ar").text("Send") == "Skicka in");
  CHECK(all.texts.at("en").text("Send") == "Send");
}

TEST_CASE("Swedish is there when nobody offers it, and a language offered twice is there once") {
  const Folder folder;
  CHECK(load_catalogues(folder.path(), {"pl", "pl", "en"}).languages == Codes{"pl", "en", "sv"});
  CHECK(load_catalogues(folder.path(), {}).languages == Codes{"sv"});
}

TEST_CASE("A language without a file is left out with one line that lists those there are") {
  const Folder folder;
  const Catalogues all = load_catalogues(folder.path(), {"sv", "klingon", "pl"});
  CHECK(all.languages == Codes{"sv", "pl"});
  CHECK(only_fault(all) == (folder.path() / "klingon.mo").string() +
                               " cannot be opened: the language \"klingon\" is left out; offer among ar, en, "
                               "pl, sv");
}

TEST_CASE("What is no language code is left out, wherever it would lead") {
  const Folder folder;
  const std::string code = GENERATE("../sv", "", "sv/", "s v", "sv.mo", "/etc/passwd", "sv\xC3\xA5");
  const Catalogues all = load_catalogues(folder.path(), {"en", code});
  CHECK(all.languages == Codes{"en", "sv"});
  CHECK(only_fault(all) ==
        "\"" + code + "\" is no language code: it is left out; offer among ar, en, pl, sv");
}

TEST_CASE("A broken catalogue is left out with one line that names it and says what to do") {
  const Folder folder;
  folder.write("pl.mo", "<html>Sign in to the network</html>");
  const Catalogues all = load_catalogues(folder.path(), {"sv", "pl", "ar"});
  CHECK(all.languages == Codes{"sv", "ar"});
  CHECK_FALSE(all.texts.contains("pl"));
  CHECK(only_fault(all) == (folder.path() / "pl.mo").string() +
                               " is not a whole .mo file: the language \"pl\" is left out; install the "
                               "catalogues again");
}

TEST_CASE("With a broken Swedish catalogue the English keys serve as Swedish") {
  const Folder folder;
  folder.write("sv.mo", "");
  const Catalogues all = load_catalogues(folder.path(), {"sv", "pl"});
  CHECK(all.languages == Codes{"sv", "pl"});
  CHECK_THAT(only_fault(all),
             Catch::EndsWith("English texts are shown for Swedish; install the catalogues again"));
  CHECK(all.texts.at("sv").own_name() == "Svenska");
  CHECK(all.texts.at("sv").text("Send") == "Send");
  CHECK(all.texts.at("pl").text("Send") == "Send");
  CHECK(all.texts.at("pl").text("Back") == "Wstecz");
}

TEST_CASE("Without any catalogue Swedish and English are served") {
  const Catalogues all = load_catalogues("/nowhere", {"sv", "en", "ar"});
  CHECK(all.languages == Codes{"sv", "en"});
  CHECK(all.faults.size() == 2);
}

TEST_CASE("A broken English catalogue is told, and English needs none") {
  const Folder folder;
  folder.write("en.mo", "broken");
  const Catalogues all = load_catalogues(folder.path(), {"en"});
  CHECK(all.languages == Codes{"en", "sv"});
  CHECK_THAT(only_fault(all), Catch::Contains("en.mo is not a whole .mo file: English is shown without it"));
  CHECK(all.texts.at("en").text("Send") == "Send");
}
