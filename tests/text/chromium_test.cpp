// Line breaks, the order of characters on each line and its width are those of Debian's Chromium with the
// same fonts.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "services/text/shown.h"
#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/text/chromium.h"
#include "tests/text/corpus.h"
#include "tests/unit/text/engine_for_tests.h"

namespace lotsen::tests {
namespace {

// What is measured is 1.2 %: between Arabic words Chromium puts the first font's spaces, Pango the words'
// own. Lines of Latin and Cyrillic differ by less than 0.3 %.
constexpr double kTolerance = 0.02;
constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr const char* kHyphen = "\u2010";
constexpr const char* kWordJoiner = "\u2060";

// Isolates and joiners have no box, so Chromium cannot say on which line they are.
std::string trimmed(std::string text) {
  for (const char* unseen : {"\u2066", "\u2068", "\u2069", kWordJoiner})
    for (std::size_t at = 0; (at = text.find(unseen, at)) != std::string::npos;) text.erase(at, 3);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.pop_back();
  return text;
}

bool is_seen(std::string_view character) {
  constexpr std::array<std::string_view, 8> kUnseen = {" ",      "\u00A0", "\u00AD", "\u2066",
                                                       "\u2067", "\u2068", "\u2069", "\n"};
  return std::find(kUnseen.begin(), kUnseen.end(), character) == kUnseen.end();
}

std::vector<std::string> characters_of(std::string_view text) {
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = text::next_boundary(text, at);
    const std::string_view character = text.substr(at, next - at);
    if (is_seen(character)) characters.emplace_back(character);
    at = next;
  }
  return characters;
}

std::vector<std::string> from_the_left(const text::Shown& shown, const text::ShownLine& line) {
  std::vector<std::string> all;
  for (const text::Run& run : line.runs) {
    std::vector<std::string> characters = characters_of(shown.text.substr(run.begin, run.end - run.begin));
    if (run.right_to_left) std::reverse(characters.begin(), characters.end());
    all.insert(all.end(), characters.begin(), characters.end());
  }
  return all;
}

std::string text_of(const text::Shown& shown, const text::ShownLine& line) {
  return trimmed(shown.text.substr(line.begin, line.end - line.begin));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The one difference that is meant: Chromium has a table of its own for ASCII and ends a line after the
// hyphen of 070-174; we keep numbers together as rule LB25 of UAX #14 says. A word joiner makes Chromium do
// the same.
std::string with_numbers_kept(const std::string& text) {
  std::string kept;
  for (std::size_t i = 0; i < text.size(); ++i) {
    kept += text[i];
    if (text[i] == '-' && i + 1 < text.size() && is_digit(text[i + 1])) kept += kWordJoiner;
  }
  return kept;
}

// Chromium lays out what the kiosk shows, so that both have the same soft hyphens.
std::vector<Sample> as_shown(text::Engine& engine, std::vector<Sample> samples) {
  for (Sample& sample : samples) sample.text = with_numbers_kept(engine.shown(sample.block()).text);
  return samples;
}

class Comparison {
 public:
  Comparison(text::Engine& engine, const Sample& sample)
      : engine_(engine), sample_(sample), shown_(engine.shown(sample.block())) {}

  void check(const MeasuredText& theirs) {
    CAPTURE(sample_.label);
    CHECK(shown_.lines.size() == theirs.size());
    for (std::size_t i = 0; i < std::min(shown_.lines.size(), theirs.size()); ++i)
      check_line(shown_.lines[i], theirs[i]);
  }

 private:
  void check_line(const text::ShownLine& line, const MeasuredLine& theirs) {
    CAPTURE(theirs.text);
    CHECK(text_of(shown_, line) == trimmed(theirs.text));
    CHECK(from_the_left(shown_, line) == theirs.from_the_left);
    CHECK(line.width - hyphen_width(line) == Approx(theirs.width).epsilon(kTolerance).margin(0.01));
  }

  // The hyphen that is seen belongs to no character, so Chromium measures none.
  double hyphen_width(const text::ShownLine& line) {
    if (&line == &shown_.lines.back() || !text_of(shown_, line).ends_with(kSoftHyphen)) return 0;
    Sample alone = sample_;
    alone.text = kHyphen;
    return engine_.shown(alone.block()).lines.front().width;
  }

  text::Engine& engine_;
  const Sample& sample_;
  text::Shown shown_;
};

}  // namespace

TEST_CASE("Lines, their order and their width are those of Chromium") {
  if (!std::filesystem::exists(kChromium)) FAIL("needs Debian's package chromium");
  text::Engine engine = kiosk_engine();
  const std::vector<Sample> samples = read_corpus();
  const std::vector<MeasuredText> theirs = measured_by_chromium(as_shown(engine, samples));
  REQUIRE(theirs.size() == samples.size());
  for (std::size_t i = 0; i < samples.size(); ++i) Comparison(engine, samples[i]).check(theirs[i]);
}

}  // namespace lotsen::tests
