#include "tests/architecture/library_homes.h"

#include <algorithm>
#include <regex>

namespace lotsen::architecture {

namespace {

// Headers of the C++ and C libraries and of the system: no home needed.
bool is_standard(const std::string& header) {
  static const std::regex kStandard(
      R"([a-z_0-9]+|(sys|netinet|arpa|linux)/[a-z_]+\.h|)"
      R"((dlfcn|errno|fcntl|malloc|poll|pthread|sched|signal|stdlib|string|time|unistd)\.h)");
  return std::regex_match(header, kStandard);
}

const LibraryHome* home_of(const std::string& header, const std::vector<LibraryHome>& homes) {
  const auto found = std::find_if(homes.begin(), homes.end(), [&](const LibraryHome& home) {
    return std::regex_match(header, std::regex(home.headers));
  });
  return found == homes.end() ? nullptr : &*found;
}

}  // namespace

const std::vector<LibraryHome>& library_homes() {
  static const std::vector<LibraryHome> kHomes = {
      {"tl::expected", R"(tl/expected\.hpp)", "services/core/result\\.h"},
      {"Dear ImGui", R"((imgui/)?(im(gui|config|stb).*|misc/.*))", "kiosk/(ui|shell)/.*"},
      {"SDL", R"((SDL2/)?SDL.*\.h)", "kiosk/shell/.*"},
      {"X11", R"(X11/.*)", "kiosk/shell/.*"},
      {"libcurl", R"(curl/.*)", "services/http/.*"},
      {"Pango and Cairo",
       R"((pango|cairo|fontconfig|fribidi|glib|gobject)([/.-]).*|(glib|cairo|ft2build|hb).*\.h)",
       "services/text/.*"},
      {"libhyphen", R"(hyphen\.h)", "services/text/.*"},
      {"libsodium", R"(sodium(\.h|/.*))", "services/sealing/.*"},
      {"SQLite", R"(SQLiteCpp/.*|sqlite3\.h)", "services/storage/.*"},
      {"Boost.Locale", R"(boost/locale.*)", "services/i18n/.*"},
      {"ICU", R"(unicode/.*)", "services/i18n/.*"},
      {"Boost.Beast and Asio", R"(boost/.*)", "services/backend/api/.*"},
      {"nlohmann/json", R"(nlohmann/.*)", ".*_json\\.cpp"},
      {"valijson", R"(valijson/.*)", ".*_json\\.cpp"},
      {"toml++", R"(toml\+\+/.*)", "services/config/.*"},
  };
  return kHomes;
}

Offences strayed_libraries(const SourceFiles& files, const std::vector<LibraryHome>& homes) {
  Offences offences;
  for (const SourceFile& file : files) {
    if (!is_product(file.path) || !is_cpp(file.path)) continue;
    for (const Include& include : includes_of(file)) {
      if (include.ours || is_standard(include.name)) continue;
      const LibraryHome* home = home_of(include.name, homes);
      if (home && std::regex_match(file.path, std::regex(home->files))) continue;
      offences.push_back(file.path + ": <" + include.name + "> " +
                         (home ? "belongs to " + home->files : "is of a library without a home"));
    }
  }
  return offences;
}

}  // namespace lotsen::architecture
