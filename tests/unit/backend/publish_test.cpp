#include "services/backend/publishing/publish.h"

#include <fstream>
#include <iterator>

#include "services/backend/publishing/canonical_json.h"
#include "tests/support/catch.h"
#include "tests/support/form_version.h"
#include "tests/support/kept_log.h"
#include "tests/support/manual_clock.h"
#include "tests/support/memory_store.h"
#include "tests/support/temp_folder.h"

namespace lotsen::publishing {
namespace fs = std::filesystem;
namespace {

const FormId kFault{"fault_report"};
const fs::path kDelivered = fs::path(LOTSEN_FORMS) / "fault_report.json";
const int kVersion = tests::form_version(kDelivered);

struct Fixture {
  tests::TempFolder folder;
  tests::ManualClock clock;
  tests::MemoryStore store;
  tests::KeptLog log;

  // The form as it is delivered, with one text replaced.
  void write_form(const std::string& from = "", const std::string& to = "") {
    std::ifstream in(kDelivered);
    std::string json(std::istreambuf_iterator<char>(in), {});
    const std::size_t at = json.find(from);
    REQUIRE(at != json.npos);
    write("fault_report.json", json.replace(at, from.size(), to));
  }
  void write_next_version() { write_form(tests::version_text(kVersion), tests::version_text(kVersion + 1)); }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder.path() / name) << text;
  }
  Result<FormArchive> publish() { return publish_forms(store, folder.path(), clock, log); }
  std::vector<int> offered(const FormArchive& archive) {
    std::vector<int> versions;
    for (const PublishedForm* form : archive.latest()) versions.push_back(form->form.version);
    return versions;
  }
};

}  // namespace

TEST_CASE("a form of the folder is published and offered, and again the next time") {
  Fixture f;
  f.write_form();
  CHECK(f.offered(f.publish().value()) == std::vector{kVersion});
  CHECK(f.offered(f.publish().value()) == std::vector{kVersion});
  CHECK(f.log.lines().empty());
}

TEST_CASE("a new version is offered, and the old one is kept") {
  Fixture f;
  f.write_form();
  REQUIRE(f.publish());
  f.write_next_version();
  const FormArchive archive = f.publish().value();
  CHECK(f.offered(archive) == std::vector{kVersion + 1});
  CHECK(archive.find(kFault, kVersion) != nullptr);
  CHECK(archive.find(kFault, kVersion + 1) != nullptr);
  CHECK(archive.find(kFault, kVersion + 2) == nullptr);
}

TEST_CASE("a form that changed without a new version number stops the start, with a word on the mend") {
  Fixture f;
  f.write_form();
  REQUIRE(f.publish());
  f.write_form("Felanmälan", "Felanmälningar");
  const auto refused = f.publish();
  REQUIRE_FALSE(refused);
  CHECK(refused.error().code == ErrorCode::conflict);
  CHECK(refused.error().detail.find("changed without a new version number") != std::string::npos);
  CHECK(refused.error().detail.find("fault_report.json") != std::string::npos);
}

TEST_CASE("white space in a form's file is no change") {
  Fixture f;
  f.write_form();
  REQUIRE(f.publish());
  f.write_form("{", "{ \n\n ");
  CHECK(f.publish());
}

TEST_CASE("a broken file is an alarm, and leaves the form at its last published version") {
  Fixture f;
  f.write_form();
  REQUIRE(f.publish());
  f.write("fault_report.json", "{ \"version\": 2, ");
  f.write("other.json", "not JSON at all");
  CHECK(f.offered(f.publish().value()) == std::vector{kVersion});
  CHECK(f.log.has("form.broken"));
  CHECK(f.log.has("other.json"));
}

TEST_CASE("a form whose file is gone is no longer offered, but still known") {
  Fixture f;
  f.write_form();
  REQUIRE(f.publish());
  fs::remove(f.folder.path() / "fault_report.json");
  const FormArchive archive = f.publish().value();
  CHECK(archive.latest().empty());
  CHECK(archive.find(kFault, kVersion) != nullptr);
}

TEST_CASE("a file older than what was published is warned of") {
  Fixture f;
  f.write_next_version();
  REQUIRE(f.publish());
  f.write_form();
  REQUIRE(f.publish());
  CHECK(f.log.has("form.older_than_published form=fault_report file=" + std::to_string(kVersion) +
                  " published=" + std::to_string(kVersion + 1)));
}

TEST_CASE("without a forms folder there is no start") {
  Fixture f;
  const auto refused = publish_forms(f.store, f.folder.path() / "none", f.clock, f.log);
  CHECK(refused.error().code == ErrorCode::not_found);
}

TEST_CASE("the canonical text of a form is blind to layout, the order of keys and the editor's schema") {
  CHECK(canonical_json(R"({"$schema": "form.schema.json", "id": "a"})").value() == R"({"id":"a"})");
  CHECK(canonical_json("{\"b\": [1, 2],\n \"a\": \"å\"}").value() == "{\"a\":\"å\",\"b\":[1,2]}");
  CHECK_FALSE(canonical_json("{"));
}

}  // namespace lotsen::publishing
