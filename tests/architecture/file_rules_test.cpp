// The rules on files and folders, held against made-up ones that break them.
#include "tests/architecture/file_rules.h"

#include "tests/support/catch.h"

namespace lotsen::architecture {

namespace {

SourceFiles one(const std::string& path, const std::string& text) {
  return {{path, text}};
}

const std::string kPurpose = "# core: the words that every folder speaks.\n";

}  // namespace

TEST_CASE("a file of 501 lines is an offence, one of 500 is none") {
  REQUIRE(long_files(one("a.cpp", std::string(500, '\n')), 500).empty());
  REQUIRE(long_files(one("a.cpp", std::string(501, '\n')), 500) == Offences{"a.cpp: 501 lines"});
}

TEST_CASE("a header without pragma once is an offence") {
  REQUIRE(headers_without_pragma_once(one("a.h", "// A.\n#pragma once\n")).empty());
  REQUIRE(headers_without_pragma_once(one("a.h", "// pragma once\n")).size() == 1);
  REQUIRE(headers_without_pragma_once(one("a.cpp", "int a;\n")).empty());
}

TEST_CASE("a header that does not say what it is for is an offence") {
  REQUIRE(headers_without_opening_comment(one("a.h", "// A: for b.\n#pragma once\n")).empty());
  REQUIRE(headers_without_opening_comment(one("a.h", "#pragma once\n")).size() == 1);
}

TEST_CASE("a file without a last line feed is an offence") {
  REQUIRE(files_without_final_newline(one("a.cpp", "int a;\n")).empty());
  REQUIRE(files_without_final_newline(one("a.cpp", "int a;")).size() == 1);
}

TEST_CASE("iostream is an offence, ostream is none") {
  REQUIRE(includes_of_iostream(one("a.cpp", "#include <ostream>\n")).empty());
  REQUIRE(includes_of_iostream(one("a.cpp", "#include <iostream>\n")).size() == 1);
}

TEST_CASE("a test that sleeps is an offence, a bench is none") {
  for (const char* call :
       {"std::this_thread::sleep_for(x);\n", "usleep(5);\n", "sleep (1);\n", "nanosleep(a, b);\n"}) {
    INFO(call);
    REQUIRE(sleeps_in_tests(one("tests/unit/a_test.cpp", call)).size() == 1);
    REQUIRE(sleeps_in_tests(one("tests/bench/a.cpp", call)).empty());
  }
  REQUIRE(sleeps_in_tests(one("tests/unit/a_test.cpp", "asleep(1);\n")).empty());
}

TEST_CASE("Catch2 away from its one place is an offence") {
  REQUIRE(includes_of_catch_elsewhere(one("tests/support/catch.h", "#include <catch2/catch.hpp>\n")).empty());
  REQUIRE(includes_of_catch_elsewhere(one("tests/unit/a.cpp", "#include <catch2/catch.hpp>\n")).size() == 1);
}

TEST_CASE("a folder without a CMakeLists.txt that says what it is for is an offence") {
  const SourceFile source = {"services/core/a.cpp", "int a;\n"};
  REQUIRE(folders_without_purpose({source}) == Offences{"services/core: no CMakeLists.txt"});
  REQUIRE(folders_without_purpose({source, {"services/core/CMakeLists.txt", "# core\n"}}).size() == 1);
  REQUIRE(folders_without_purpose({source, {"services/core/CMakeLists.txt", kPurpose}}).empty());
}

TEST_CASE("the backend's one CMakeLists.txt speaks for the folders in it") {
  const SourceFile source = {"services/backend/api/a.cpp", "int a;\n"};
  REQUIRE(folders_without_purpose({source}) == Offences{"services/backend: no CMakeLists.txt"});
  REQUIRE(folders_without_purpose({source, {"services/backend/CMakeLists.txt", kPurpose}}).empty());
}

TEST_CASE("a stray name in the root is an offence") {
  REQUIRE(unexpected_names({"README.md", "kiosk", "run.sh"}).empty());
  REQUIRE(unexpected_names({"notes.txt", "kiosk"}) == Offences{"notes.txt: has no place in the root"});
}

}  // namespace lotsen::architecture
