// The program's own texts (not the forms'): gettext catalogues, keyed by the English sentence, from
// assets/i18n/<lang>.po, compiled to .mo by the build. Values after loading; safe to read from any thread.
#pragma once
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/core/result.h"

namespace lotsen::i18n {

using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// One language. English needs no file: the keys are English.
class Catalogue {
 public:
  // Errors: not_found, corrupt; both name the file.
  static Result<Catalogue> load(const std::filesystem::path& mo_file, std::string_view language);
  static Catalogue english();
  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  const std::string& language() const;  // "sv"
  bool right_to_left() const;           // the script's direction

  // The translation, else the key. `{name}` in it is replaced by the argument of that name, in
  // right-to-left languages as a bidi isolate, so that numbers and names keep their own order.
  std::string text(std::string_view key, Arguments arguments = {}) const;
  // ngettext: by the language's plural rule. `{n}` is the number.
  std::string plural(std::string_view one, std::string_view many, long n) const;

  struct Inside;

 private:
  explicit Catalogue(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace lotsen::i18n
