// lotsen-kiosk as whoever starts it sees it: what it refuses, in one line that names the mend.
#include <csignal>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

// Both programs would rather stop than start wrongly: status 2 and one line.
void check_refused(const Words& words, const std::string& part) {
  INFO(part);
  const Ended ended = run_program(words);
  INFO(ended.errors);
  CHECK(ended.status == 2);
  CHECK(is_one_line(ended.errors));
  CHECK(ended.errors.find(part) != ended.errors.npos);
  CHECK(ended.said.empty());
}

Words and_then(Words words, const Words& more) {
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

std::filesystem::path script(const Site& site, const std::string& text) {
  const std::filesystem::path file = site.folder() / "script.visit";
  std::ofstream(file) << text;
  return file;
}

}  // namespace

TEST_CASE("both programs tell their version and their flags, and end with 0") {
  for (const Words& program : {kiosk_program(), backend_program()}) {
    const std::string name = std::filesystem::path(program[0]).filename().string();
    const Ended version = run_program(and_then(program, {"--version"}));
    CHECK(version.status == 0);
    CHECK(version.said == name + " " LOTSEN_VERSION "\n");
    const Ended help = run_program(and_then(program, {"--help"}));
    CHECK(help.status == 0);
    CHECK(help.errors.empty());
    for (const char* flag : {"--config", "--set", "--version", "--help"}) {
      CHECK(help.said.find(flag) != help.said.npos);
    }
  }
}

TEST_CASE("a wrong flag, key or value, an unreadable file: one line and status 2") {
  const Site site;
  check_refused(and_then(site.kiosk(), {"--vizit", "x"}), "--visit");
  check_refused(and_then(site.kiosk(), {"--visit"}), "--visit");
  check_refused(and_then(site.kiosk(), {"unexpected"}), "unexpected");
  check_refused(site.kiosk({"idle.afterr_s=10"}), "idle.after_s");
  check_refused(site.kiosk({"idle.after_s=soon"}), "idle.after_s");
  check_refused(site.kiosk({"idle.countdown_s=5"}), "idle.countdown_s");
  check_refused(and_then(site.kiosk(), {"--config", "/nowhere/kiosk.toml"}), "/nowhere/kiosk.toml");
  check_refused(and_then(site.kiosk(), {"--config", site.folder().string()}), site.folder().string());
  check_refused(and_then(site.kiosk(), {"--visit", "/nowhere.visit"}), "/nowhere.visit");
}

TEST_CASE("a configuration with a fault is refused with its file and line") {
  const Site site;
  const std::filesystem::path file = site.folder() / "kiosk.toml";
  std::ofstream(file) << "mode = \"demo\"\nkiosk_idd = \"x\"\n";
  check_refused(and_then(site.kiosk(), {"--config", file.string()}), file.string() + ":2");
}

TEST_CASE("visit scripts are refused in production") {
  Site site;
  const std::filesystem::path file = script(site, "wait home.services\n");
  check_refused(and_then(site.kiosk({"mode=production"}), {"--visit", file.string()}), "production");
}

TEST_CASE("when no font is left, one that is missing is named") {
  const Site site;
  check_refused(
      and_then(site.kiosk({R"(text.fonts=["/nowhere.otf", "/neither.otf"])"}), {"--visit", "/dev/null"}),
      "/nowhere.otf");
}

TEST_CASE("a data directory that cannot be made is named") {
  const Site site;
  std::ofstream(site.folder() / "file") << "not a folder";
  check_refused(and_then(site.kiosk({"data_dir=" + (site.folder() / "file" / "data").string()}),
                         {"--visit", "/dev/null"}),
                "data_dir");
}

TEST_CASE("without a display or a script the kiosk says so") {
  const Site site;
  check_refused(site.kiosk(), "display");
}

TEST_CASE("a visit ends with 1 at the first line that does not hold, and names file and line") {
  Site site;
  const auto ends_at = [&](const std::string& text, const std::string& line) {
    const std::filesystem::path file = script(site, text);
    const Ended ended = site.run_visit(file);
    INFO(ended.errors);
    CHECK(ended.status == 1);
    CHECK(ended.errors.find(file.string() + ": line " + line) != ended.errors.npos);
  };
  ends_at("wait home.services 10s\n\npress home.nowhere\nshot never\n", "3: home.nowhere is not shown");
  CHECK_FALSE(std::filesystem::exists(site.out() / "never.png"));
  ends_at("wait home.services 10s\nexpect home.heading \"Hej\" 100ms\n", "2: ");
  ends_at("wait home.services 10s\nabsent home.services\n", "2: home.services is shown");
  ends_at("wait home.services 10s\ntype home.services \"x\"\n", "2: home.services is no field");
  ends_at("wait home.services 10s\nkey Nosuchkey\n", "2: there is no key");
  ends_at("jump home.services\n", "1: ");
}

TEST_CASE("a line that does not hold never repeats what the visitor typed") {
  Site site;
  const std::filesystem::path file = script(site, R"(press home.services
press service.fault_report
press q.kind.water
press nav.next
type q.location "Fiskargatan 8"
expect q.location "Fiskargatan 9" 100ms
)");
  const Ended ended = site.run_visit(file);
  CHECK(ended.status == 1);
  CHECK(is_one_line(ended.errors));
  CHECK(ended.errors.find("line 6") != ended.errors.npos);
  CHECK(ended.errors.find("Fiskargatan") == ended.errors.npos);
}

TEST_CASE("the kiosk outlives whoever read its log") {
  Site site;
  const std::filesystem::path file = script(site, "wait home.services 10s\n");
  const std::filesystem::path status = site.folder() / "status";
  // An alarm is logged at the start, into a pipe that nobody reads any more.
  Words words = {"/bin/sh", "-c", R"({ "$@"; echo $? > "$0"; } 2>&1 | :)", status.string()};
  const Words kiosk = site.kiosk({"forms_dir=/nowhere"});
  words.insert(words.end(), kiosk.begin(), kiosk.end());
  run_program(and_then(words, {"--visit", file.string()}));
  CHECK(text_of(status) == "0\n");
}

TEST_CASE("told to stop, the kiosk ends a visit and itself with 0") {
  for (const int signal : {SIGINT, SIGTERM}) {
    Site site;
    Visitor visitor(site);
    visitor.does("wait home.services 10s");
    visitor.shown();
    visitor.kiosk().signal(signal);
    CHECK(visitor.kiosk().wait() == 0);
  }
}

}  // namespace lotsen::tests
