// Catalogues: all languages the kiosk offers, read at its start. A language that cannot be read costs one
// line in the log, never the start.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "services/core/result.h"
#include "services/i18n/catalogue.h"

namespace lotsen::i18n {

struct Catalogues {
  std::vector<std::string> languages;  // in the order offered, those that can be
  std::map<std::string, Catalogue> texts;
  std::vector<Error>
      faults;  // one for each language left out, and for a broken Swedish one: file, what, mend
};

// Reads <folder>/<code>.mo for each of `codes`. Swedish is always there, last when it is not among the codes:
// what the others lack is taken from it. Where its file is broken it has the keys, which are English; English
// needs no file. Blocks for 1 ms at most: the texts of a language are read when the first one is asked for.
Catalogues load_catalogues(const std::filesystem::path& folder, const std::vector<std::string>& codes);

}  // namespace lotsen::i18n
