// Finds functions by their braces: enough to count lines, without a compiler.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace lotsen::architecture {

struct Function {
  std::string head;    // "int f(int x)"
  int first_line = 0;  // where its head begins
  int lines = 0;       // to its closing brace
};

// The same text, line by line, with comments, literals and preprocessor lines blanked.
std::string without_literals(std::string_view text);

// Outermost functions; a lambda counts as part of the function around it, a data table is none.
std::vector<Function> functions_of(std::string_view text);

Offences long_functions(const SourceFiles& files, int most_lines);

}  // namespace lotsen::architecture
