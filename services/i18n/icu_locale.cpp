#include "services/i18n/icu_locale.h"

#include <array>
#include <utility>

namespace lotsen::i18n {

std::string icu_locale(std::string_view language) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kNames = {
      {{"en", "en_GB"}, {"fit", "sv"}, {"prs", "fa_AF"}, {"rmy", "sv"}, {"sv-simple", "sv"}}};
  for (const auto& [code, name] : kNames) {
    if (language == code) return std::string(name);
  }
  return std::string(language);
}

}  // namespace lotsen::i18n
