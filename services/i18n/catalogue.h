// The program's own texts (not the forms'): gettext catalogues, keyed by the English sentence, from
// assets/i18n/<lang>.po, compiled to .mo by the build. Values after loading; safe to read from any thread.
// The kiosk gets all of them at once by catalogues.h.
#pragma once
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/core/result.h"
#include "services/i18n/format.h"

namespace lotsen::i18n {

using Arguments = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// How much of a language is translated: everything, or the pages that every visitor meets.
enum class Coverage { full, core };

// One language. English needs no file: the keys are English.
class Catalogue {
 public:
  // Errors: not_found, corrupt; both name the file.
  static Result<Catalogue> load(const std::filesystem::path& mo_file, std::string_view language);
  static Catalogue english();
  // For a language whose file is broken: it has no text of its own.
  static Catalogue untranslated(std::string_view language, std::string_view own_name);
  Catalogue(Catalogue&&) noexcept;
  Catalogue& operator=(Catalogue&&) noexcept;
  ~Catalogue();

  const std::string& language() const;  // "sv"
  bool right_to_left() const;           // the script's direction
  const std::string& own_name() const;  // "Suomi" (X-Own-Name of the file's header), else the code
  Coverage coverage() const;            // X-Coverage; full when the header says nothing

  // Texts that this language lacks are then taken from `other`, which must outlive this catalogue (it may be
  // moved). English has every text and takes none. Not safe while another thread reads.
  void fall_back_to(const Catalogue& other);
  // Whether the text is in this language itself. Plurals are asked for by their form for one.
  bool has(std::string_view key) const;

  // The translation, else that of the language fallen back to, else the key. `{name}` in it is replaced by
  // the argument of that name, in right-to-left languages as a bidi isolate, so that numbers and names keep
  // their own order.
  std::string text(std::string_view key, Arguments arguments = {}) const;
  // ngettext: by the plural rule of the language that has the text. `{n}` is the number as that language
  // writes it.
  std::string plural(std::string_view one, std::string_view many, long n) const;
  // Dates, times and numbers in this language, also where its texts are fallen back from.
  const Format& format() const;

  struct Inside;

 private:
  explicit Catalogue(std::unique_ptr<Inside> inside);
  std::unique_ptr<Inside> inside_;
};

}  // namespace lotsen::i18n
