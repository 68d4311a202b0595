// The glyphs of every run of the corpus are those of Debian's hb-shape with the same font, script, language
// and direction.
#include <cstdint>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "services/text/shown.h"
#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/text/corpus.h"
#include "tests/unit/text/engine_for_tests.h"

namespace lotsen::tests {
namespace {

constexpr const char* kHbShape = "/usr/bin/hb-shape";
constexpr std::string_view kSoftHyphen = "\u00AD";
constexpr std::string_view kHyphen = "\u2010";

std::string code_points(std::string_view utf8) {
  std::ostringstream list;
  list << std::hex;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t character = size == 1 ? lead : lead & (0x7FU >> size);
    for (std::size_t i = 1; i < size; ++i)
      character = character << 6U | (static_cast<unsigned char>(utf8[at + i]) & 0x3FU);
    list << (at == 0 ? "" : ",") << character;
    at += size;
  }
  return list.str();
}

bool ends_wrapped_line(const text::Shown& shown, const text::ShownLine& line, const text::Run& run) {
  return run.end == line.end && &line != &shown.lines.back();
}

// A soft hyphen is seen where a line was wrapped there.
std::string seen(const text::Shown& shown, const text::ShownLine& line, const text::Run& run) {
  std::string text = shown.text.substr(run.begin, run.end - run.begin);
  if (ends_wrapped_line(shown, line, run) && text.ends_with(kSoftHyphen))
    text.replace(text.size() - kSoftHyphen.size(), text.npos, kHyphen);
  return text;
}

struct Paragraph {
  std::string_view before;
  std::string_view after;
};

Paragraph around(const text::Shown& shown, const text::Run& run) {
  const std::string_view text = shown.text;
  const std::size_t begin = text.substr(0, run.begin).rfind('\n') + 1;
  const std::size_t end = std::min(text.find('\n', run.end), text.size());
  return {text.substr(begin, run.begin - begin), text.substr(run.end, end - run.end)};
}

std::vector<std::string> words_for(const text::Run& run, const std::string& text,
                                   const Paragraph& paragraph) {
  std::vector<std::string> words = {kHbShape, "--no-glyph-names", "--no-positions", "--no-clusters",
                                    "--remove-default-ignorables"};
  words.push_back("--direction=" + std::string(run.right_to_left ? "rtl" : "ltr"));
  words.push_back("--script=" + run.script);
  words.push_back("--language=" + run.language);
  words.push_back("--font-file=" + run.font.string());
  words.push_back("--unicodes=" + code_points(text));
  if (paragraph.before.empty()) words.emplace_back("--bot");
  if (paragraph.after.empty()) words.emplace_back("--eot");
  if (!paragraph.before.empty()) words.push_back("--unicodes-before=" + code_points(paragraph.before));
  if (!paragraph.after.empty()) words.push_back("--unicodes-after=" + code_points(paragraph.after));
  return words;
}

// From "[7|12|3]"; where there is no glyph hb-shape writes nothing.
std::vector<std::uint32_t> glyphs_in(const std::string& said) {
  std::vector<std::uint32_t> glyphs;
  std::istringstream stream(said.starts_with('[') ? said.substr(1) : "");
  for (std::uint32_t glyph = 0; stream >> glyph; stream.ignore()) glyphs.push_back(glyph);
  return glyphs;
}

// The space at which a line was wrapped shapes the letter before it, but is not drawn.
void drop_last_space(std::vector<std::uint32_t>& glyphs, const text::Run& run) {
  if (!glyphs.empty()) glyphs.erase(run.right_to_left ? glyphs.begin() : glyphs.end() - 1);
}

void compare(const text::Shown& shown, const text::ShownLine& line, const text::Run& run) {
  const std::string text = seen(shown, line, run);
  CAPTURE(text, run.font, run.script, run.language);
  const Ended shaped = run_program(words_for(run, text, around(shown, run)));
  CHECK(shaped.status == 0);
  CHECK(shaped.errors.empty());
  std::vector<std::uint32_t> glyphs = glyphs_in(shaped.said);
  if (ends_wrapped_line(shown, line, run) && text.ends_with(' ')) drop_last_space(glyphs, run);
  CHECK(run.glyphs == glyphs);
}

}  // namespace

TEST_CASE("The glyphs of every run are those of hb-shape") {
  if (!std::filesystem::exists(kHbShape)) FAIL("needs Debian's package libharfbuzz-bin (hb-shape)");
  text::Engine engine = kiosk_engine();
  for (const Sample& sample : read_corpus()) {
    CAPTURE(sample.label);
    CHECK(engine.measure(sample.block()).missing_glyphs == 0);
    const text::Shown shown = engine.shown(sample.block());
    for (const text::ShownLine& line : shown.lines)
      for (const text::Run& run : line.runs) compare(shown, line, run);
  }
}

}  // namespace lotsen::tests
