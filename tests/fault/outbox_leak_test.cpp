// What a visitor typed is in no file of the outbox, at no moment.
#include <fstream>
#include <iterator>

#include "kiosk/outbox/sqlite_outbox.h"
#include "services/core/random.h"
#include "services/core/reference.h"
#include "services/sealing/envelope.h"
#include "tests/support/catch.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temp_folder.h"

namespace lotsen::tests {
namespace {

namespace fs = std::filesystem;

const std::string kTyped = "Storgatan 12, markering-7f3a9c";

Submission typed_submission() {
  Submission submission;
  submission.id = {random_uuid()};
  submission.reference = new_case_reference();
  submission.access_code = Secret("4F7K-22MN");
  submission.form = {"fault_report"};
  submission.form_version = 1;
  submission.language = "sv";
  submission.created = ManualClock().utc_ms();
  submission.answers[{"location"}].values.emplace_back(kTyped);
  return submission;
}

std::string utf16(std::string_view text) {
  std::string wide;
  for (const char c : text) wide += {c, '\0'};
  return wide;
}

// Base64 of a text depends on where in three bytes it begins.
std::vector<std::string> spellings() {
  return {"markering-7f3a9c",     utf16("markering-7f3a9c"), "bWFya2VyaW5nLTdmM2E5",
          "1hcmtlcmluZy03ZjNhOW", "tYXJrZXJpbmctN2YzYTlj",   "4F7K-22MN"};
}

void check_folder(const fs::path& folder, std::size_t files_at_least) {
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    std::ifstream stream(entry.path(), std::ios::binary);
    const std::string content(std::istreambuf_iterator<char>(stream), {});
    ++files;
    for (const std::string& spelling : spellings()) {
      INFO(entry.path());
      CHECK(content.find(spelling) == content.npos);
    }
  }
  CHECK(files >= files_at_least);
}

}  // namespace

TEST_CASE("Nothing a visitor typed lies in any file of the outbox") {
  const TempFolder keys;
  const TempFolder folder;
  const auto backend = sealing::backend_keys(keys.path() / "backend.key").value();
  const auto kiosk = sealing::kiosk_key(keys.path() / "kiosk.key").value();
  const ManualClock clock;
  outbox::SqliteOutboxOptions options;
  options.ballast_bytes = 64 << 10;
  auto opened = outbox::open_outbox(folder.path() / "outbox.db", options, clock);
  REQUIRE(opened);
  for (int i = 0; i < 20; ++i) {
    const Submission submission = typed_submission();
    const auto sealed = sealing::seal(submission, {"kiosk-1"}, kiosk, backend.public_keys);
    REQUIRE(opened->outbox->put(
        {submission.id, submission.reference, sealed.body, sealed.signature, submission.created}));
    check_folder(folder.path(), 3);
  }
  opened->outbox.reset();
  check_folder(folder.path(), 2);
}

}  // namespace lotsen::tests
