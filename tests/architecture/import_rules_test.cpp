// The rules on imports and libraries, held against made-up trees that break them.
#include "tests/architecture/import_rules.h"

#include "tests/architecture/library_homes.h"
#include "tests/support/catch.h"

namespace lotsen::architecture {

namespace {

SourceFiles one(const std::string& path, const std::string& text) {
  return {{path, text}};
}

bool is_allowed(const std::string& path, const std::string& include) {
  return forbidden_imports(one(path, "#include \"" + include + "\"\n"), import_rules()).empty();
}

bool is_at_home(const std::string& path, const std::string& header) {
  return strayed_libraries(one(path, "#include <" + header + ">\n"), library_homes()).empty();
}

}  // namespace

TEST_CASE("an import upward is an offence that names file and include") {
  const auto offences =
      forbidden_imports(one("services/core/a.cpp", "#include \"kiosk/app/state.h\"\n"), import_rules());
  REQUIRE(offences == Offences{"services/core/a.cpp: include of kiosk/app/state.h is not allowed"});
}

TEST_CASE("an import that the rules name, or of one's own folder, is none") {
  REQUIRE(is_allowed("kiosk/outbox/a.cpp", "services/storage/database.h"));
  REQUIRE(is_allowed("kiosk/outbox/a.cpp", "kiosk/outbox/outbox.h"));
  REQUIRE(is_allowed("kiosk/main.cpp", "kiosk/shell/window.h"));
}

TEST_CASE("nobody imports the backend, and the backend imports no kiosk") {
  for (const auto& [folder, imports] : import_rules()) {
    const bool in_backend = folder.starts_with("services/backend");
    const std::string forbidden = in_backend ? "kiosk/app/state.h" : "services/backend/store/store.h";
    INFO(folder << " includes " << forbidden);
    REQUIRE_FALSE(is_allowed(folder + "/a.cpp", forbidden));
  }
}

TEST_CASE("screens see neither window nor outbox") {
  REQUIRE_FALSE(is_allowed("kiosk/screens/home.cpp", "kiosk/shell/window.h"));
  REQUIRE_FALSE(is_allowed("kiosk/screens/home.cpp", "kiosk/outbox/outbox.h"));
}

TEST_CASE("an include not written from the root is an offence") {
  REQUIRE_FALSE(is_allowed("services/core/a.cpp", "result.h"));
  REQUIRE_FALSE(is_allowed("services/core/a.cpp", "../forms/form.h"));
}

TEST_CASE("a folder that the rules do not know is an offence") {
  REQUIRE_FALSE(is_allowed("services/unheard_of/a.cpp", "services/core/result.h"));
}

TEST_CASE("a cycle is found and told step by step") {
  const ImportRules imports = {{"a", {"b"}}, {"b", {"c"}}, {"c", {"b"}}};
  REQUIRE(import_cycles(imports) == Offences{"b -> c -> b"});
  const SourceFiles files = {{"kiosk/app/a.h", "#include \"kiosk/ui/b.h\"\n"},
                             {"kiosk/ui/b.h", "#include \"kiosk/app/a.h\"\n"}};
  REQUIRE(import_cycles(files).size() == 1);
}

TEST_CASE("two ways to the same folder are no cycle") {
  REQUIRE(import_cycles(ImportRules{{"a", {"b", "c"}}, {"b", {"d"}}, {"c", {"d"}}}).empty());
}

TEST_CASE("a library away from its home is an offence") {
  REQUIRE(is_at_home("kiosk/ui/ui.cpp", "imgui.h"));
  REQUIRE_FALSE(is_at_home("kiosk/screens/home.cpp", "imgui.h"));
  REQUIRE(is_at_home("kiosk/shell/window.cpp", "SDL2/SDL.h"));
  REQUIRE_FALSE(is_at_home("kiosk/ui/ui.cpp", "SDL.h"));
  REQUIRE(is_at_home("services/text/text.cpp", "pango/pangocairo.h"));
  REQUIRE_FALSE(is_at_home("kiosk/ui/ui.cpp", "pango/pangocairo.h"));
  REQUIRE(is_at_home("services/forms/form_json.cpp", "nlohmann/json.hpp"));
  REQUIRE_FALSE(is_at_home("services/forms/form.cpp", "nlohmann/json.hpp"));
  REQUIRE(is_at_home("services/i18n/dates.cpp", "boost/locale.hpp"));
  REQUIRE_FALSE(is_at_home("services/backend/api/server.cpp", "boost/locale.hpp"));
  REQUIRE_FALSE(is_at_home("kiosk/outbox/sqlite_outbox.cpp", "SQLiteCpp/SQLiteCpp.h"));
}

TEST_CASE("a library without a home is an offence, the standard library is none") {
  REQUIRE_FALSE(is_at_home("services/core/a.cpp", "fmt/core.h"));
  REQUIRE(is_at_home("services/core/a.cpp", "string_view"));
  REQUIRE(is_at_home("services/core/a.cpp", "sys/random.h"));
}

}  // namespace lotsen::architecture
