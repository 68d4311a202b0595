// A kiosk among broken files and wrong settings: it says so in a line, and its first page is there in
// Swedish.
#include <algorithm>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

namespace fs = std::filesystem;

struct FirstPage {
  Ended ended;
  Shown shown;
  std::string picture;  // the bytes of its PNG
};

Words and_then(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

void write(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

// What a visitor meets at the kiosk that this command line starts.
FirstPage first_page(const Site& site, const Words& kiosk) {
  const fs::path script = site.folder() / "first.visit";
  write(script, "wait home.services 10s\nshot first\nelements first\n");
  const Ended ended =
      run_program(and_then(kiosk, {"--visit", script.string(), "--out", site.out().string()}));
  INFO(ended.errors);
  REQUIRE(ended.status == 0);
  return {ended, shown_from_json(text_of(site.out() / "first.json")), text_of(site.out() / "first.png")};
}

FirstPage first_page(const Site& site, const Words& settings, const std::string& fault) {
  FirstPage page = first_page(site, site.kiosk(settings));
  INFO(page.ended.errors);
  CHECK(page.ended.errors.find(fault) != std::string::npos);
  return page;
}

bool alarmed(const FirstPage& page) {
  for (const char* event :
       {"font.broken", "theme.refused", "shield.broken", "catalogue.broken", "form.broken"})
    if (page.ended.errors.find(event) != std::string::npos) return true;
  return false;
}

// The same in the same place, whatever was wrong.
void check_alike(const FirstPage& page, const FirstPage& sound) {
  CHECK(page.picture == sound.picture);
  CHECK(page.shown.size() == sound.shown.size());
}

bool in_swedish(const FirstPage& page, const FirstPage& sound) {
  return page.shown.at("home.services").label == sound.shown.at("home.services").label;
}

// The program as it is installed, with catalogues of its own that a test may break.
class Installed {
 public:
  explicit Installed(const Site& site) : folder_(site.folder() / "installed") {
    const fs::path built = kiosk_program().at(0);
    const fs::path share = built.parent_path().parent_path() / "share" / "lotsen";
    fs::create_directories(folder_ / "bin");
    fs::create_directories(folder_ / "share" / "lotsen");
    fs::copy_file(built, program());
    fs::copy(share / "i18n", catalogues(), fs::copy_options::recursive);
    fs::create_directory_symlink(share / "icons", folder_ / "share" / "lotsen" / "icons");
    fs::create_directory_symlink(source_folder() / "config", folder_ / "share" / "lotsen" / "config");
  }
  fs::path program() const { return folder_ / "bin" / "lotsen-kiosk"; }
  fs::path catalogues() const { return folder_ / "share" / "lotsen" / "i18n"; }

  FirstPage first_page_of(const Site& site, const Words& settings) const {
    Words words = site.kiosk(settings);
    words.at(0) = program().string();
    return first_page(site, words);
  }

 private:
  fs::path folder_;
};

constexpr const char* kInter = "/usr/share/fonts/opentype/inter/Inter-Regular.otf";

std::string font_list(const std::vector<std::string>& files) {
  std::string list = "text.fonts=[";
  for (const std::string& file : files) list += "\"" + file + "\", ";
  return list + "]";
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a sound kiosk has nothing to say of its surroundings") {
  const Site site;
  const FirstPage page = first_page(site, site.kiosk());
  INFO(page.ended.errors);
  CHECK_FALSE(alarmed(page));
}

TEST_CASE("fonts that are missing or broken are named, and the others serve") {
  const Site site;
  const std::string broken = (site.folder() / "broken.otf").string();
  write(broken, "not a font at all");
  const FirstPage sound = first_page(site, site.kiosk({font_list({kInter})}));
  const FirstPage page = first_page(site, {font_list({"/nowhere.otf", kInter, broken})}, "alarm font.broken");
  CHECK(count(page.ended.errors, "alarm font.broken") == 2);
  CHECK(page.ended.errors.find("/nowhere.otf") != std::string::npos);
  CHECK(page.ended.errors.find(broken) != std::string::npos);
  check_alike(page, sound);
}

TEST_CASE("a theme that cannot be read is refused with its contrast, and the built-in one is shown") {
  const Site site;
  const FirstPage sound = first_page(site, site.kiosk());
  const FirstPage page =
      first_page(site, {"theme.ink=#F0F0F0", "theme.brand=#AA0000"}, "alarm theme.refused");
  CHECK(page.ended.errors.find(":1 and needs 4.5:1") != std::string::npos);
  check_alike(page, sound);
}

TEST_CASE("a language that nobody knows is left out, and the visit begins in Swedish") {
  const Site site;
  const FirstPage sound = first_page(site, site.kiosk({"languages.offered=sv,en"}));
  const FirstPage page = first_page(site, {"languages.offered=xx,sv,../sv,en"}, "alarm catalogue.broken");
  CHECK(count(page.ended.errors, "alarm catalogue.broken") == 2);
  check_alike(page, sound);
  CHECK(in_swedish(first_page(site, {"languages.offered=xx"}, "xx"), sound));
}

TEST_CASE("a catalogue that is missing or broken costs its own language only") {
  const Site site;
  const Installed installed(site);
  const FirstPage sound = installed.first_page_of(site, {"languages.offered=sv,en"});
  CHECK_FALSE(alarmed(sound));
  write(installed.catalogues() / "fi.mo", "half a catalogue");
  fs::remove(installed.catalogues() / "ar.mo");
  const FirstPage page = installed.first_page_of(site, {"languages.offered=sv,en,fi,ar"});
  INFO(page.ended.errors);
  CHECK(count(page.ended.errors, "alarm catalogue.broken") == 2);
  CHECK(page.ended.errors.find("fi.mo") != std::string::npos);
  CHECK(page.ended.errors.find("ar.mo") != std::string::npos);
  check_alike(page, sound);
}

TEST_CASE("without its Swedish catalogue the kiosk still has words") {
  const Site site;
  const Installed installed(site);
  write(installed.catalogues() / "sv.mo", "");
  const FirstPage page = installed.first_page_of(site, {});
  CHECK(page.ended.errors.find("sv.mo") != std::string::npos);
  CHECK_FALSE(page.shown.at("home.services").label.empty());
}

TEST_CASE("a shield that is no picture, or not there, gives way to the built-in one") {
  const Site site;
  const FirstPage sound = first_page(site, site.kiosk());
  const std::string file = (site.folder() / "shield.svg").string();
  for (const char* text : {"", "not a picture", "<svg xmlns='http://www.w3.org/2000/svg'", "<html></html>"}) {
    INFO(text);
    write(file, text);
    check_alike(first_page(site, {"municipality.shield=" + file}, "alarm shield.broken"), sound);
  }
  check_alike(first_page(site, {"municipality.shield=/nowhere.svg"}, "/nowhere.svg is not a file"), sound);
  check_alike(first_page(site, {"municipality.shield=" + site.folder().string()}, "is not a file"), sound);
}

TEST_CASE("a shield is drawn once, as a square, and again when it was changed") {
  const Site site;
  const fs::path file = site.folder() / "-shield.svg";
  const auto shields = [&] {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(site.kiosk_data()))
      if (entry.path().extension() == ".png") found.push_back(entry.path());
    return found;
  };
  const auto start = [&](const std::string& path) {
    write(file, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 20 30'><path d='" + path + "'/></svg>");
    const FirstPage page = first_page(site, site.kiosk({"municipality.shield=" + file.string()}));
    CHECK_FALSE(alarmed(page));
    REQUIRE(shields().size() == 1);
    return shields().at(0);
  };
  const fs::path first = start("M0 0h20v30z");
  CHECK(size_of_png(first) == "512x512");
  const fs::path second = start("M0 0h20v30h-20z");
  CHECK(first != second);
}

TEST_CASE("texts far longer than expected leave a kiosk that serves") {
  const Site site;
  const std::string word = "Överförmyndarnämnden";
  std::string name;
  std::string desk;
  for (int i = 0; i < 20; ++i) name += word;
  for (int i = 0; i < 250; ++i) desk += word;
  const fs::path script = site.folder() / "long.visit";
  write(script,
        "wait home.services 10s\npress access.text_size\npress access.text_size\npress access.text_size\n"
        "shot a\npress help.staff\nwait help.desk\nshot b\nscreen 800x1280\nshot c\n"
        "screen 320x320\nscreen 1920x1080\npress help.close\npress home.services\nwait service.fault_report\n"
        "press service.fault_report\nwait q.kind.streetlight\nrotate\nshot d\n");
  for (const std::string& gap : {std::string(), std::string(" "), std::string("\u200F")}) {
    const Ended ended =
        site.run_visit(script, {"municipality.name=" + name, "desk.sv=" + desk + gap + desk.substr(0, 100)});
    INFO(ended.errors);
    CHECK(ended.status == 0);
    CHECK(ended.errors.find("alarm name.shortened") != std::string::npos);
  }
}

TEST_CASE("asked to --check, the kiosk says every fault in a line and starts nothing") {
  const Site site;
  const Ended sound = run_program(and_then(site.kiosk(), {"--check"}));
  INFO(sound.said + sound.errors);
  CHECK(sound.status == 0);
  CHECK(is_one_line(sound.said));
  const Words broken = {"theme.ink=#F0F0F0", "languages.offered=sv,xx", "forms_dir=/nowhere",
                        "municipality.shield=/nowhere.svg", font_list({"/nowhere.otf", kInter})};
  const Ended faults = run_program(and_then(site.kiosk(broken), {"--check"}));
  CHECK(faults.status == 1);
  CHECK(faults.errors.empty());
  CHECK(count(faults.said, "\n") == broken.size());
  for (const char* part :
       {"theme: ", "languages.offered: ", "/nowhere: ", "municipality.shield: ", "text.fonts: "})
    CHECK(faults.said.find(part) != std::string::npos);
  CHECK_FALSE(fs::exists(site.kiosk_data() / "outbox.db"));
  const Ended useless = run_program(and_then(site.kiosk({font_list({"/nowhere.otf"})}), {"--check"}));
  CHECK(useless.status == 2);
  CHECK(is_one_line(useless.errors));
}

}  // namespace lotsen::tests
