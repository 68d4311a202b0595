#include <random>

#include "services/forms/checks.h"
#include "tests/support/catch.h"
#include "tests/unit/submission/samples.h"

using namespace lotsen;
using namespace lotsen::tests;

namespace {

using Random = std::mt19937;

std::string random_text(Random& random) {
  static constexpr std::string_view kPieces[] = {"a", "å", "\"", "\\",   "\n", "\x01",
                                                 "س", "😀", " ",  "\x7F", "/",  "\u2028"};
  std::string text;
  for (std::size_t i = 0, pieces = random() % 30; i < pieces; ++i)
    text += kPieces[random() % std::size(kPieces)];
  return text;
}

Submission random_submission(Random& random) {
  Submission submission = sample_submission();
  submission.form_version = 1 + static_cast<int>(random() % 1'000'000);
  submission.language = random() % 2 ? "sv" : "zh-Hans";
  submission.created = static_cast<UtcMs>(random()) * 50'000;
  submission.answers.clear();
  for (std::size_t i = 0, answers = random() % 8; i < answers; ++i) {
    forms::Answer& answer = submission.answers[{"q_" + std::to_string(random() % 100)}];
    for (std::size_t v = 0, values = random() % 3; v < values; ++v)
      answer.values.emplace_back(random_text(random));
  }
  return submission;
}

bool same(const Submission& a, const Submission& b) {
  return a.id == b.id && a.reference == b.reference && a.access_code == b.access_code && a.form == b.form &&
         a.form_version == b.form_version && a.language == b.language && a.created == b.created &&
         a.answers == b.answers;
}

}  // namespace

TEST_CASE("a submission comes back from its JSON as it was, whatever was typed") {
  Random random(1);
  for (int i = 0; i < 2000; ++i) {
    const Submission submission = random_submission(random);
    const Secret json = to_json(submission);
    const Result<Submission> read = submission_from_json(json.view());
    REQUIRE(read);
    REQUIRE(same(*read, submission));
    REQUIRE(to_json(*read) == json);
  }
}

TEST_CASE("bytes that are no UTF-8 are replaced, so that a submission can always be sent") {
  Submission submission = sample_submission();
  submission.answers[{"text"}].values.emplace_back("a\xFF\xC3z\xED\xA0\x80");
  const Result<Submission> read = submission_from_json(to_json(submission).view());
  REQUIRE(read);
  CHECK(read->answers.at({"text"}).first() == "a\uFFFD\uFFFDz\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("a receipt comes back from its JSON as it was") {
  Random random(2);
  for (int i = 0; i < 500; ++i) {
    Receipt receipt = sample_receipt();
    receipt.received = static_cast<UtcMs>(random()) * 50'000;
    receipt.digest[random() % 64] = '7';
    receipt.signature[random() % 86] = '+';
    const Result<Receipt> read = receipt_from_json(to_json(receipt));
    REQUIRE(read);
    REQUIRE(*read == receipt);
  }
}

TEST_CASE("a damaged submission is read whole or refused in a line without what was typed") {
  Random random(3);
  Submission submission = sample_submission();
  submission.answers[{"text"}].values.emplace_back("Hemlig-8471");
  const std::string sound(to_json(submission).view());
  for (int i = 0; i < 5000; ++i) {
    std::string json = sound;
    for (std::size_t n = 0; n <= random() % 3; ++n)
      json[random() % json.size()] = static_cast<char>(random());
    const Result<Submission> read = submission_from_json(json);
    if (read) {
      REQUIRE(submission_from_json(to_json(*read).view()));
    } else {
      REQUIRE(read.error().code == ErrorCode::bad_input);
      REQUIRE(read.error().detail.find("847") == std::string::npos);
    }
  }
}
