// Words wider than their line: where they are divided, that the hyphen is seen, and what is left alone.
#include <filesystem>
#include <fstream>
#include <string>

#include "services/text/hyphenator.h"
#include "services/text/shown.h"
#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/text/engine_for_tests.h"

using lotsen::tests::kiosk_engine;
using lotsen::tests::TempFolder;
using lotsen::text::Block;
using lotsen::text::Engine;
using lotsen::text::Extent;
using lotsen::text::Hyphenator;
using lotsen::text::Shown;

namespace {

const std::filesystem::path kDictionaries = "/usr/share/hyphen";
constexpr const char* kSoftHyphen = "\u00AD";
constexpr const char* kHyphen = "\u2010";

std::string divided(Hyphenator& hyphenator, std::string word, std::string_view language) {
  const auto points = hyphenator.points(word, language);
  for (auto point = points.rbegin(); point != points.rend(); ++point) word.insert(*point, "-");
  return word;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

// The lines as they are seen, each ended by "|".
std::string lines(Engine& engine, const Block& block) {
  const Shown shown = engine.shown(block);
  std::string lines;
  for (const auto& line : shown.lines) {
    std::string text = shown.text.substr(line.begin, line.end - line.begin);
    if (text.ends_with(kSoftHyphen)) text.replace(text.size() - 2, 2, kHyphen);
    replace_all(text, kSoftHyphen, "");
    lines += text.substr(0, text.find_last_not_of(' ') + 1) + "|";
  }
  return lines;
}

}  // namespace

TEST_CASE("Words are divided by the rules of their language") {
  Hyphenator hyphenator;
  const auto [language, word] = GENERATE(table<const char*, const char*>({
      {"sv", "bostads-an-pass-nings-bi-drag"},
      {"sv", "för-valt-nings-rätts-ut-red-ningen"},
      {"sv-simple", "ären-de-han-te-ring"},
      {"sv-SE", "BARN-OM-SORGS-VERK-SAM-HET"},
      {"en", "inter-na-tion-al-isa-tion"},
      {"uk", "від-повід-альність"},
      {"pl", "nie-peł-no-spraw-no-ści"},
      {"fi", "kun-nan-hal-li-tuk-sen"},
      {"fi", "stra-te-giat"},
      {"fit", "ter-vey-den-hoi-tola"},
  }));
  std::string whole = word;
  replace_all(whole, "-", "");
  CHECK(divided(hyphenator, whole, language) == word);
}

TEST_CASE("A language without rules has no place for a hyphen, nor has a short word or none") {
  Hyphenator hyphenator;
  for (const char* language : {"se", "so", "rmy", "ti", "ar", "xx", ""})
    CHECK(hyphenator.points("bostadsanpassningsbidrag", language).empty());
  for (const char* word : {"", "ö", "bror", "åäöåä"}) CHECK(hyphenator.points(word, "sv").empty());
  CHECK(hyphenator.points("відповідальність", "pl").empty());  // letters that the dictionary's encoding lacks
}

TEST_CASE("A dictionary is read at its first word, once") {
  const TempFolder folder;
  const auto copy = folder.path() / "hyph_sv_SE.dic";
  Hyphenator hyphenator(folder.path());
  std::filesystem::copy_file(kDictionaries / "hyph_sv_SE.dic", copy);
  CHECK(divided(hyphenator, "ärendehantering", "sv") == "ären-de-han-te-ring");
  std::filesystem::remove(copy);
  CHECK(divided(hyphenator, "ärendehantering", "sv") == "ären-de-han-te-ring");
}

TEST_CASE("Without a dictionary, or with a broken one, words have no place for a hyphen") {
  const TempFolder folder;
  std::ofstream(folder.path() / "hyph_pl_PL.dic") << "\xFF\xFE not a dictionary\n\n\x01\x02";
  std::ofstream(folder.path() / "hyph_uk_UA.dic");
  Hyphenator hyphenator(folder.path());
  CHECK(hyphenator.points("ärendehantering", "sv").empty());
  CHECK(hyphenator.points("niepełnosprawności", "pl").empty());
  CHECK(hyphenator.points("відповідальність", "uk").empty());
  CHECK(divided(hyphenator, "kunnanhallituksen", "fi") == "kun-nan-hal-li-tuk-sen");
}

TEST_CASE("A word wider than the line is divided, with a hyphen that is seen") {
  Engine engine = kiosk_engine();
  const Block block{.text = "Ansökan om (bostadsanpassningsbidrag).", .size_px = 32, .width_px = 260};
  const std::string seen = lines(engine, block);
  CHECK(seen == "Ansökan om|(bostadsanpass‐|ningsbidrag).|");
  std::string written = seen.substr(0, seen.size() - 1);
  replace_all(written, "|", "\n");
  CHECK(engine.draw(block).alpha == engine.draw({.text = written, .size_px = 32}).alpha);
  const Extent extent = engine.measure(block);
  CHECK(extent.lines == 3);
  CHECK(extent.width <= 260);
  CHECK_FALSE(extent.broken_word);
}

TEST_CASE("A word that fits on a line of its own gets no hyphen") {
  Engine engine = kiosk_engine();
  const char* text = "Bostadsanpassning är ingen ärendehantering, kommunstyrelsens ordförande.";
  const int widest = engine.measure({.text = "Bostadsanpassning"}).width;
  for (const int width : {widest, widest + 40, widest + 200}) {
    const Block block{.text = text, .width_px = width};
    CHECK(lines(engine, block).find(kHyphen) == std::string::npos);
    CHECK(engine.shown(block).text == text);
    CHECK_FALSE(engine.measure(block).broken_word);
  }
}

TEST_CASE("Only the words that do not fit are divided") {
  Engine engine = kiosk_engine();
  const int width = engine.measure({.text = "ärendehantering"}).width;
  const Block block{.text = "ärendehantering bostadsanpassningsbidrag ärendehantering", .width_px = width};
  CHECK(lines(engine, block) == "ärendehantering|bostadsanpass‐|ningsbidrag|ärendehantering|");
}

TEST_CASE("An address, a code or a number gets no hyphen, and is said to be broken") {
  Engine engine = kiosk_engine();
  const char* text = GENERATE("www.kommunstyrelsenskansli.se", "kommunstyrelsen@exempelkommunen.se",
                              "kommun/bostadsanpassningsbidrag", "bostadsanpassningsbidrag2026",
                              "fax:bostadsanpassningsbidrag", "12345678901234567890",
                              "/bostadsanpassningsbidraget/", "@bostadsanpassningsbidraget");
  CAPTURE(text);
  const Block block{.text = text, .width_px = 200};
  CHECK(lines(engine, block).find(kHyphen) == std::string::npos);
  CHECK(engine.shown(block).text == text);
  CHECK(engine.measure(block).broken_word);
}

TEST_CASE("Written soft hyphens come first, and nothing else in their text gets a hyphen") {
  Engine engine = kiosk_engine();
  const Block block{.text = "Kommun\u00ADstyrelse\u00ADordförande 12345678901234567890", .width_px = 200};
  CHECK(lines(engine, block) == "Kommun‐|styrelse‐|ordförande|1234567890|1234567890|");
}

TEST_CASE("Where no hyphen may stand a word breaks anywhere and says so") {
  Engine engine = kiosk_engine();
  const Block swedish{.text = "bostadsanpassningsbidrag", .width_px = 200};
  Block plain = swedish;
  plain.hyphenate = false;
  CHECK_FALSE(engine.measure(swedish).broken_word);
  CHECK(engine.measure(plain).broken_word);
  CHECK(lines(engine, plain).find(kHyphen) == std::string::npos);
  CHECK(engine.measure({.text = "riikkakielibargu", .width_px = 150, .language = "se"}).broken_word);
  CHECK(engine.measure({.text = "бібліотека", .width_px = 30, .language = "uk"}).broken_word);
  CHECK_FALSE(engine.measure({.text = "бібліотека", .width_px = 0, .language = "uk"}).broken_word);
}

TEST_CASE("Lines are limited after words were divided") {
  Engine engine = kiosk_engine();
  const Block block{.text = "bostadsanpassningsbidrag och mer", .width_px = 260, .max_lines = 2};
  const Extent extent = engine.measure(block);
  CHECK(extent.lines == 2);
  CHECK(extent.cut);
  CHECK_FALSE(extent.broken_word);
}

TEST_CASE("Carets know nothing of hyphens") {
  Engine engine = kiosk_engine();
  Block block{.text = "bostadsanpassningsbidrag", .width_px = 200, .hyphenate = true};
  Block plain = block;
  plain.hyphenate = false;
  for (std::size_t byte = 0; byte <= block.text.size(); ++byte) {
    const auto caret = engine.caret(block, byte);
    CHECK(caret.x == engine.caret(plain, byte).x);
    CHECK(engine.byte_at(block, caret) == engine.byte_at(plain, caret));
    CHECK(engine.beside(block, byte, true) == engine.beside(plain, byte, true));
  }
}
