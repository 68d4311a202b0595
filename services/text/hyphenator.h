// Where a long word may be divided: by the patterns of Debian's hyphenation dictionaries, for Finnish and
// Meänkieli by their rule. For services/text alone.
#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace lotsen::text {

class Hyphenator {
 public:
  explicit Hyphenator(std::filesystem::path dictionaries = "/usr/share/hyphen");
  Hyphenator(Hyphenator&&) noexcept;
  Hyphenator& operator=(Hyphenator&&) noexcept;
  ~Hyphenator();

  // The bytes of `word` (letters alone, valid UTF-8) before which a hyphen may stand. None where the language
  // has no patterns or their file is missing. Reads the dictionary at the first word of its language.
  std::vector<std::size_t> points(std::string_view word, std::string_view language);

 private:
  struct Dictionary;

  const Dictionary& dictionary_of(std::string_view file);

  std::filesystem::path folder_;
  std::map<std::string, std::unique_ptr<Dictionary>> dictionaries_;  // by file
};

}  // namespace lotsen::text
