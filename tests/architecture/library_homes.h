// One home for each library: what its headers are called and the only files that may include them.
#pragma once
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace lotsen::architecture {

struct LibraryHome {
  std::string library;
  std::string headers;  // a regular expression on what stands between the angle brackets
  std::string files;    // a regular expression on paths of the product
};

const std::vector<LibraryHome>& library_homes();

// Product files that include a library away from its home, or a library without one.
Offences strayed_libraries(const SourceFiles& files, const std::vector<LibraryHome>& homes);

}  // namespace lotsen::architecture
