#include <fstream>

#include "services/text/text.h"
#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/text/engine_for_tests.h"

using lotsen::ErrorCode;
using lotsen::tests::kiosk_engine;
using lotsen::tests::kiosk_fonts;
using lotsen::text::Block;
using lotsen::text::Engine;
using lotsen::text::Weight;

TEST_CASE("Arabic letters join: a word is narrower than its letters apart") {
  Engine engine = kiosk_engine();
  const auto width = [&](const char* text) {
    return engine.measure({.text = text, .size_px = 64, .language = "ar"}).width;
  };
  const int apart = width("م") + width("ر") + width("ح") + width("ب") + width("ا");
  CHECK(width("مرحبا") < apart * 9 / 10);
}

TEST_CASE("A zero-width non-joiner keeps Persian letters from joining") {
  Engine engine = kiosk_engine();
  const auto joined = engine.draw({.text = "بب", .size_px = 64, .language = "fa"});
  const auto apart = engine.draw({.text = "ب\u200Cب", .size_px = 64, .language = "fa"});
  CHECK(apart.width > joined.width);
  CHECK(engine.measure({.text = "ب\u200Cب", .language = "fa"}).missing_glyphs == 0);
}

TEST_CASE("The scripts of the kiosk's languages have all their glyphs") {
  Engine engine = kiosk_engine();
  const auto [language, text] = GENERATE(table<const char*, const char*>({
      {"sv", "Räksmörgås på Ängögatan 5 – 40 % «»…"},
      {"en", "“What’s next?” – £5"},
      {"fi", "Tervetuloa! Mitä haluat tehdä?"},
      {"so", "Soo dhowow. Maxaad rabtaa?"},
      {"uk", "Ласкаво просимо. Ґанок, їжак, єдність"},
      {"ar", "أهلًا بك. ماذا تريد أن تفعل؟ ٠١٢٣"},
      {"prs", "خوش آمدید. می‌خواهید چه کنید؟ ۴۵"},
      {"yi", "ברוך הבא שָׁלוֹם"},
      {"ti", "እንቋዕ ብደሓን መጻእኩም።"},
      {"se", "Bures boahtin! Čáhci, ŋ, đ, ž, ŧ"},
  }));
  CAPTURE(language);
  for (const Weight weight : {Weight::regular, Weight::medium, Weight::semibold, Weight::bold})
    CHECK(engine.measure({.text = text, .weight = weight, .language = language}).missing_glyphs == 0);
}

TEST_CASE("A script without a font is told by its missing glyphs") {
  Engine engine = kiosk_engine();
  CHECK(engine.measure({.text = "ett 日本 två"}).missing_glyphs == 2);
}

TEST_CASE("Each weight is a face of its own") {
  Engine engine = kiosk_engine();
  const auto width = [&](Weight weight) {
    return engine.measure({.text = "Välkommen", .size_px = 96, .weight = weight}).width;
  };
  CHECK(width(Weight::regular) < width(Weight::medium));
  CHECK(width(Weight::medium) < width(Weight::semibold));
  CHECK(width(Weight::semibold) < width(Weight::bold));
}

TEST_CASE("A font file that is missing is named") {
  auto files = kiosk_fonts();
  files.emplace_back("/nowhere/Missing.otf");
  const auto engine = Engine::create(files);
  REQUIRE_FALSE(engine);
  CHECK(engine.error().code == ErrorCode::not_found);
  CHECK_THAT(engine.error().detail, Catch::Contains("/nowhere/Missing.otf"));
}

TEST_CASE("A file that is no font is named, and no fonts at all is an error") {
  const lotsen::tests::TempFolder folder;
  const auto file = folder.path() / "not-a-font.otf";
  std::ofstream(file) << "text";
  const auto engine = Engine::create({file});
  REQUIRE_FALSE(engine);
  CHECK_THAT(engine.error().detail, Catch::Contains("not-a-font.otf"));
  CHECK_FALSE(Engine::create({}));
}

TEST_CASE("Only the given fonts are used, whatever the system has") {
  Engine inter_only = Engine::create({kiosk_fonts().front()}).value();
  CHECK(inter_only.measure({.text = "Välkommen"}).missing_glyphs == 0);
  CHECK(inter_only.measure({.text = "שלום"}).missing_glyphs == 4);
}

TEST_CASE("Languages written from right to left are known, also with a country") {
  using lotsen::text::right_to_left;
  for (const char* language : {"ar", "fa", "fa-AF", "prs", "yi", "he", "ar_SY"})
    CHECK(right_to_left(language));
  for (const char* language : {"sv", "en", "fi", "so", "uk", "ti", "rom", "arn", ""})
    CHECK_FALSE(right_to_left(language));
}
