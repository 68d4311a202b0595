// A form file that cannot be used is left out and told of; everything else goes on.
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/visitor.h"

namespace lotsen::tests {
namespace {

namespace fs = std::filesystem;

// A folder of forms of its own, with one that is broken.
fs::path forms_with_broken(const Site& site, bool and_a_good_one) {
  const fs::path folder = site.folder() / "forms";
  fs::create_directory(folder);
  std::ofstream(folder / "broken.json") << R"({"id": "broken", "version": )";
  if (and_a_good_one)
    fs::copy_file(source_folder() / "config/forms/fault_report.json", folder / "fault_report.json");
  return folder;
}

}  // namespace

TEST_CASE("a broken form is named in the log, and the others are served") {
  Site site;
  site.start_backend();
  Visitor visitor(site, {"forms_dir=" + forms_with_broken(site, true).string()});
  visitor.starts_fault_report();
  visitor.fills_in("Lilla Gränd 2");
  visitor.does("press review.send\nexpect receipt.status \"Inskickat\" 15s");
  visitor.shown();
  CHECK(visitor.kiosk().wait_for_line("alarm form.broken").find("broken.json") != std::string::npos);
  CHECK(site.cases() == 1);
  visitor.leaves();
}

TEST_CASE("with no form that can be used the visitor is sent to staff") {
  Site site;
  site.start_backend();
  const std::string broken = forms_with_broken(site, false).string();
  for (const std::string& folder : {broken, (site.folder() / "nowhere").string()}) {
    Visitor visitor(site, {"forms_dir=" + folder});
    visitor.does("wait home.services 10s\npress home.services\nwait services.none");
    Shown page = visitor.shown();
    CHECK(page["services.none"].label ==
          "Just nu går det inte att göra ärenden här. Personalen hjälper dig i stället.");
    CHECK(page["services.desk"].label == "Disken finns till vänster om entrén.");
    CHECK(page.contains("help.staff"));
    visitor.kiosk().wait_for_line("alarm form.broken");
    visitor.leaves();
  }
}

}  // namespace lotsen::tests
