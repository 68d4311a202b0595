#include "services/text/hyphenator.h"

#include <glib.h>
#include <hyphen.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

#include "services/text/handles.h"

namespace lotsen::text {
namespace {

constexpr std::size_t kLeastLetters = 3;  // on either side of a hyphen: shorter ones are hard to read

using Letters = std::vector<gunichar>;    // in lower case
using Places = std::vector<std::size_t>;  // counted in letters: a hyphen may stand before that one
using Text = std::unique_ptr<char, Release<g_free>>;

struct Patterns {
  std::string_view language;
  std::string_view file;
};

std::string_view patterns_of(std::string_view language) {
  constexpr std::array<Patterns, 4> kPatterns = {{{"sv", "hyph_sv_SE.dic"},
                                                  {"en", "hyph_en_GB.dic"},
                                                  {"uk", "hyph_uk_UA.dic"},
                                                  {"pl", "hyph_pl_PL.dic"}}};
  const auto found = std::find_if(kPatterns.begin(), kPatterns.end(),
                                  [&](const Patterns& patterns) { return patterns.language == language; });
  return found == kPatterns.end() ? std::string_view() : found->file;
}

bool has_finnish_rule(std::string_view language) {
  return language == "fi" || language == "fit";
}

Letters letters_of(std::string_view word) {
  Letters letters;
  const char* const end = word.data() + word.size();
  for (const char* at = word.data(); at < end; at = g_utf8_next_char(at))
    letters.push_back(g_unichar_tolower(g_utf8_get_char(at)));
  return letters;
}

bool is_finnish_vowel(gunichar letter) {
  constexpr std::array<gunichar, 9> kVowels = {'a', 'e', 'i', 'o', 'u', 'y', 0xE5, 0xE4, 0xF6};
  return std::find(kVowels.begin(), kVowels.end(), letter) != kVowels.end();
}

// A syllable begins with each consonant that a vowel follows, once there has been a vowel: st-ra-te-gia is
// wrong.
Places finnish_places(const Letters& letters) {
  Places places;
  bool vowel_seen = false;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i) {
    const bool vowel = is_finnish_vowel(letters[i]);
    if (!vowel && vowel_seen && is_finnish_vowel(letters[i + 1])) places.push_back(i);
    vowel_seen = vowel_seen || vowel;
  }
  return places;
}

// A dictionary begins with the name of its encoding; libhyphen takes any file for one.
bool names_its_encoding(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::string encoding;
  stream >> encoding;
  return encoding == "UTF-8" || encoding.starts_with("ISO8859-");
}

// In the dictionary's own encoding; empty where that lacks a letter.
std::string encoded(const Letters& letters, const HyphenDict& dictionary) {
  const auto count = static_cast<glong>(letters.size());
  const Text utf8(g_ucs4_to_utf8(letters.data(), count, nullptr, nullptr, nullptr));
  if (!utf8 || dictionary.utf8) return utf8 ? utf8.get() : "";
  const Text converted(g_convert(utf8.get(), -1, dictionary.cset, "UTF-8", nullptr, nullptr, nullptr));
  return converted ? converted.get() : "";
}

// What libhyphen allocates for spellings that change at a hyphen (in Swedish of old, "glass-skål" for
// "glasskål"). We only put hyphens in, so such places are left out.
struct Changes {
  char** spelling = nullptr;
  int* from = nullptr;
  int* length = nullptr;
  std::size_t count;
  explicit Changes(std::size_t places) : count(places) {}
  Changes(const Changes&) = delete;
  Changes& operator=(const Changes&) = delete;
  ~Changes() {
    for (std::size_t i = 0; spelling && i < count; ++i) std::free(spelling[i]);
    std::free(spelling);
    std::free(from);
    std::free(length);
  }
  bool at(std::size_t place) const { return spelling && spelling[place]; }
};

Places pattern_places(const Letters& letters, HyphenDict& dictionary) {
  constexpr std::size_t kRoomAsked = 5;
  const std::string word = encoded(letters, dictionary);
  if (word.empty()) return {};
  std::string marks(word.size() + kRoomAsked, '\0');
  Changes changes(word.size());
  if (hnj_hyphen_hyphenate2(&dictionary, word.data(), static_cast<int>(word.size()), marks.data(), nullptr,
                            &changes.spelling, &changes.from, &changes.length) != 0)
    return {};
  Places places;
  for (std::size_t i = 0; i + 1 < letters.size(); ++i)
    if ((marks[i] & 1) != 0 && !changes.at(i)) places.push_back(i + 1);
  return places;
}

std::vector<std::size_t> bytes_of(const Places& places, std::string_view word, std::size_t letters) {
  std::vector<std::size_t> bytes;
  for (const std::size_t place : places) {
    if (place < kLeastLetters || place + kLeastLetters > letters) continue;
    const char* at = g_utf8_offset_to_pointer(word.data(), static_cast<glong>(place));
    bytes.push_back(static_cast<std::size_t>(at - word.data()));
  }
  return bytes;
}

}  // namespace

struct Hyphenator::Dictionary {
  std::unique_ptr<HyphenDict, Release<hnj_hyphen_free>> patterns;  // null: there are none
};

Hyphenator::Hyphenator(std::filesystem::path dictionaries) : folder_(std::move(dictionaries)) {}
Hyphenator::Hyphenator(Hyphenator&&) noexcept = default;
Hyphenator& Hyphenator::operator=(Hyphenator&&) noexcept = default;
Hyphenator::~Hyphenator() = default;

const Hyphenator::Dictionary& Hyphenator::dictionary_of(std::string_view file) {
  std::unique_ptr<Dictionary>& known = dictionaries_[std::string(file)];
  if (known) return *known;
  known = std::make_unique<Dictionary>();
  const std::filesystem::path path = folder_ / file;
  if (names_its_encoding(path)) known->patterns.reset(hnj_hyphen_load(path.c_str()));
  return *known;
}

std::vector<std::size_t> Hyphenator::points(std::string_view word, std::string_view language) {
  const std::string_view base = language.substr(0, language.find_first_of("-_"));
  const Letters letters = letters_of(word);
  if (has_finnish_rule(base)) return bytes_of(finnish_places(letters), word, letters.size());
  const std::string_view file = patterns_of(base);
  if (file.empty()) return {};
  const Dictionary& dictionary = dictionary_of(file);
  if (!dictionary.patterns) return {};
  return bytes_of(pattern_places(letters, *dictionary.patterns), word, letters.size());
}

}  // namespace lotsen::text
