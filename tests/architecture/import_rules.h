// Who may import whom: the tree of the README as a table. Downward only.
#pragma once
#include <map>
#include <set>
#include <string>

#include "tests/architecture/source_tree.h"

namespace lotsen::architecture {

// Each folder and what it may include beside itself.
using ImportRules = std::map<std::string, std::set<std::string>>;

const ImportRules& import_rules();

// Includes that the rules do not allow, and folders that the rules do not know.
Offences forbidden_imports(const SourceFiles& files, const ImportRules& rules);

// Folders that reach themselves again, each as "a -> b -> a".
Offences import_cycles(const SourceFiles& files);
Offences import_cycles(const ImportRules& imports);

}  // namespace lotsen::architecture
