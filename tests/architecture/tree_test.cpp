// The rules, held against the tree as it is.
#include "tests/architecture/file_rules.h"
#include "tests/architecture/function_scanner.h"
#include "tests/architecture/import_rules.h"
#include "tests/architecture/library_homes.h"
#include "tests/support/catch.h"

namespace lotsen::architecture {

namespace {

const SourceFiles& tree() {
  static const SourceFiles kTree = read_tree(LOTSEN_SOURCE_DIR);
  return kTree;
}

void require_none(const Offences& offences) {
  INFO(listed(offences));
  REQUIRE(offences.empty());
}

}  // namespace

TEST_CASE("the whole tree is read") {
  const auto has = [](const std::string& path) {
    for (const SourceFile& file : tree())
      if (file.path == path) return true;
    return false;
  };
  REQUIRE(has("services/core/result.h"));
  REQUIRE(has("kiosk/app/update.h"));
  REQUIRE(has("tests/architecture/tree_test.cpp"));
  REQUIRE(has("cmake/setup.sh"));
  REQUIRE(has("run.sh"));
}

TEST_CASE("each folder imports only what it may") {
  require_none(forbidden_imports(tree(), import_rules()));
}

TEST_CASE("no folder imports itself by way of others") {
  require_none(import_cycles(tree()));
}

TEST_CASE("the import rules themselves go downward only") {
  ImportRules rules = import_rules();
  require_none(import_cycles(rules));
}

TEST_CASE("each third-party library has one home") {
  require_none(strayed_libraries(tree(), library_homes()));
}

TEST_CASE("Catch2 is included in one place") {
  require_none(includes_of_catch_elsewhere(tree()));
}

TEST_CASE("every folder with sources says what it is for") {
  require_none(folders_without_purpose(tree()));
}

TEST_CASE("no file is longer than 500 lines") {
  require_none(long_files(tree(), 500));
}

TEST_CASE("no function is longer than 60 lines") {
  require_none(long_functions(tree(), 60));
}

TEST_CASE("nothing includes iostream") {
  require_none(includes_of_iostream(tree()));
}

TEST_CASE("no test sleeps") {
  require_none(sleeps_in_tests(tree()));
}

TEST_CASE("every header has pragma once") {
  require_none(headers_without_pragma_once(tree()));
}

TEST_CASE("every header begins with what it is for") {
  require_none(headers_without_opening_comment(tree()));
}

TEST_CASE("every file ends with a line feed") {
  require_none(files_without_final_newline(tree()));
}

TEST_CASE("the root holds only what it should") {
  require_none(unexpected_names(top_level_names(LOTSEN_SOURCE_DIR)));
}

}  // namespace lotsen::architecture
