#include <thread>
#include <vector>

#include "services/i18n/catalogue.h"
#include "tests/support/catch.h"

using lotsen::i18n::Catalogue;
using lotsen::i18n::DateStyle;
using lotsen::i18n::Format;
using namespace std::chrono_literals;

namespace {

// What four threads get that ask at once.
template <class Ask>
std::vector<std::string> asked_by_four(Ask ask) {
  std::vector<std::string> answers(4);
  std::vector<std::jthread> threads;
  for (std::string& answer : answers) threads.emplace_back([&answer, &ask] { answer = ask(); });
  threads.clear();
  return answers;
}

}  // namespace

TEST_CASE("Several threads may ask a new catalogue for its first text") {
  const Catalogue swedish = Catalogue::load(LOTSEN_SV_MO, "sv").value();
  const auto answers = asked_by_four([&] { return swedish.text("Send"); });
  CHECK(answers == std::vector<std::string>(4, "Skicka in"));
}

TEST_CASE("Several threads may use one format") {
  const Format format("uk");
  const auto answers = asked_by_four([&] {
    return format.date(2026y / 11 / 4, DateStyle::digits) + " " + format.time({9, 5}) + " " +
           format.number(12345L);
  });
  CHECK(answers == std::vector<std::string>(4, "04.11.2026 09:05 12\u00A0345"));
}
