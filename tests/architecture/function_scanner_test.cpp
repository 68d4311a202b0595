// The scanner that counts a function's lines, on the C++ that could fool it.
#include "tests/architecture/function_scanner.h"

#include "tests/support/catch.h"

namespace lotsen::architecture {

namespace {

std::vector<int> lengths(std::string_view text) {
  std::vector<int> lines;
  for (const Function& function : functions_of(text)) lines.push_back(function.lines);
  return lines;
}

using Lines = std::vector<int>;

}  // namespace

TEST_CASE("a function counts from its head to its closing brace") {
  const auto found =
      functions_of("namespace a {\n\nint f(int x) {\n  if (x) {\n    x = 1;\n  }\n  return x;\n}\n}\n");
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].head == "int f(int x) ");
  REQUIRE(found[0].first_line == 3);
  REQUIRE(found[0].lines == 6);
}

TEST_CASE("a head over several lines counts") {
  REQUIRE(lengths("int f(int a,\n      int b)\n    noexcept {\n  return a;\n}\n") == Lines{5});
}

TEST_CASE("members are found in classes and structs, also in templates") {
  REQUIRE(lengths("struct A {\n  int f() const {\n    return 1;\n  }\n  int g();\n};\n") == Lines{3});
  REQUIRE(lengths("template <class T = int>\nclass A : public B {\n  void f() {\n  }\n};\n") == Lines{2});
}

TEST_CASE("a constructor's initialisers are no bodies") {
  REQUIRE(lengths("A::A(int x)\n    : a_{x}, b_(2) {\n  go();\n}\nvoid f() {}\n") == Lines{4, 1});
  REQUIRE(lengths("A::A() : a_{1} {\n  go();\n}\n") == Lines{3});
}

TEST_CASE("tables, enums and declarations are no functions") {
  REQUIRE(lengths("const int kA[] = {\n 1,\n 2\n};\nenum class E { a, b };\nint f(int x = {});\nint y{3};\n")
              .empty());
  REQUIRE(lengths("const Table kA = made({\n {1, 2},\n {3, 4}});\nvoid f() {}\n") == Lines{1});
}

TEST_CASE("a lambda counts as part of the function around it, or as one of its own") {
  REQUIRE(lengths("void f() {\n  g([&](int x) {\n    return x;\n  });\n}\n") == Lines{5});
  REQUIRE(lengths("const auto kF = [](int x) {\n  return x;\n};\n") == Lines{3});
}

TEST_CASE("braces in strings, comments and directives do not count") {
  REQUIRE(lengths("void f() {\n  a(\"}\", '}');  // }\n  /* }\n } */\n}\n") == Lines{5});
  REQUIRE(lengths("void f() {\n  a(R\"x(}\n}\")x\");\n}\n") == Lines{4});
  REQUIRE(lengths("#define A(x) { \\\n  {\nvoid f() {\n  long n = 1'000'000;\n}\n") == Lines{3});
}

TEST_CASE("operators and attributes are functions like others") {
  REQUIRE(lengths("bool operator==(const A& a, const A& b) {\n  return true;\n}\n") == Lines{3});
  REQUIRE(lengths("[[nodiscard]] Result<int> f() {\n  return 1;\n}\n") == Lines{3});
  REQUIRE(lengths("struct tm now(int x) {\n  return {};\n}\n") == Lines{3});
  REQUIRE(lengths("extern \"C\" {\nint f() {\n  return 1;\n}\n}\n") == Lines{3});
  REQUIRE(lengths("extern \"C\" int f(const char* d) {\n  return 1;\n}\n") == Lines{3});
  REQUIRE(lengths("TEST_CASE(\"a (b) {\") {\n  g();\n}\n") == Lines{3});
}

TEST_CASE("a function of 61 lines is an offence, one of 60 is none") {
  const auto of_lines = [](int lines) {
    return "void f() {\n" + std::string(static_cast<std::size_t>(lines - 2), '\n') + "}\n";
  };
  REQUIRE(long_functions({{"a.cpp", of_lines(60)}}, 60).empty());
  REQUIRE(long_functions({{"a.cpp", of_lines(61)}}, 60) == Offences{"a.cpp:1: void f()  has 61 lines"});
}

}  // namespace lotsen::architecture
