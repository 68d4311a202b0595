// ICU's locale for a language of the kiosk. For services/i18n alone.
#pragma once
#include <string>
#include <string_view>

namespace lotsen::i18n {

// "fa_AF" for "prs": ICU 72 does not know Dari by its own code. Easy Swedish, Meänkieli and Romani have no
// formats there and are written as Swedish; English is that of Europe. Others are what they are called.
std::string icu_locale(std::string_view language);

}  // namespace lotsen::i18n
