// What every file and folder owes its reader.
#pragma once
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace lotsen::architecture {

Offences long_files(const SourceFiles& files, int most_lines);
Offences headers_without_pragma_once(const SourceFiles& files);
Offences headers_without_opening_comment(const SourceFiles& files);
Offences files_without_final_newline(const SourceFiles& files);
Offences includes_of_iostream(const SourceFiles& files);
Offences sleeps_in_tests(const SourceFiles& files);  // tests/bench measures time and may
Offences includes_of_catch_elsewhere(const SourceFiles& files);

// Folders with C++ in them whose CMakeLists.txt (or, in the backend, their parent's) is missing or does not
// begin with a sentence that says what they are for.
Offences folders_without_purpose(const SourceFiles& files);

Offences unexpected_names(const std::vector<std::string>& names);

}  // namespace lotsen::architecture
