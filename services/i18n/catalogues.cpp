#include "services/i18n/catalogues.h"

#include <optional>
#include <set>

namespace lotsen::i18n {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCodeCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";

// A code becomes the name of a file: it may not lead elsewhere.
bool is_code(const std::string& code) {
  return !code.empty() && code.find_first_not_of(kCodeCharacters) == std::string::npos;
}

// "ar, en, fi, sv"
std::string languages_in(const fs::path& folder) {
  std::set<std::string> codes{"en"};
  std::error_code none;
  for (fs::directory_iterator file(folder, none), end; file != end; file.increment(none)) {
    if (file->path().extension() == ".mo") codes.insert(file->path().stem().string());
  }
  std::string listed;
  for (const std::string& code : codes) listed += (listed.empty() ? "" : ", ") + code;
  return listed;
}

// What is shown of these two when their file cannot be read.
std::optional<Catalogue> without_file(const std::string& code) {
  if (code == "en") return Catalogue::english();
  if (code == "sv") return Catalogue::untranslated(code, "Svenska");
  return std::nullopt;
}

std::string consequence(const std::string& code) {
  if (code == "en") return "English is shown without it";
  if (code == "sv") return "English texts are shown for Swedish";
  return "the language \"" + code + "\" is left out";
}

Error fault_of(const Error& error, const fs::path& folder, const std::string& code) {
  const bool unknown = error.code == ErrorCode::not_found && !without_file(code);
  const std::string mend = unknown ? "offer among " + languages_in(folder) : "install the catalogues again";
  return {error.code, error.detail + ": " + consequence(code) + "; " + mend};
}

Result<Catalogue> read(const fs::path& folder, const std::string& code) {
  if (!is_code(code))
    return fail(ErrorCode::bad_input,
                "\"" + code + "\" is no language code: it is left out; offer among " + languages_in(folder));
  const fs::path file = folder / (code + ".mo");
  std::error_code none;
  if (code == "en" && !fs::exists(file, none)) return Catalogue::english();
  Result<Catalogue> loaded = Catalogue::load(file, code);
  if (!loaded) return tl::unexpected(fault_of(loaded.error(), folder, code));
  return loaded;
}

void add(Catalogues& all, const std::string& code, Catalogue catalogue) {
  all.languages.push_back(code);
  all.texts.emplace(code, std::move(catalogue));
}

void read_into(Catalogues& all, const fs::path& folder, const std::string& code) {
  if (all.texts.contains(code)) return;
  Result<Catalogue> catalogue = read(folder, code);
  if (catalogue) return add(all, code, std::move(*catalogue));
  all.faults.push_back(catalogue.error());
  if (std::optional<Catalogue> keys = without_file(code)) add(all, code, std::move(*keys));
}

}  // namespace

Catalogues load_catalogues(const fs::path& folder, const std::vector<std::string>& codes) {
  Catalogues all;
  for (const std::string& code : codes) read_into(all, folder, code);
  read_into(all, folder, "sv");
  const Catalogue& swedish = all.texts.at("sv");
  for (auto& [code, catalogue] : all.texts) {
    if (code != "sv") catalogue.fall_back_to(swedish);
  }
  return all;
}

}  // namespace lotsen::i18n
