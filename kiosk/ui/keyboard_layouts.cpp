#include "kiosk/ui/keyboard_layouts.h"

#include <algorithm>

namespace lotsen::ui {
namespace {

using Rows = std::array<std::string_view, 3>;
using std::string_view;

constexpr Rows kSwedishRows{"q w e r t y u i o p å", "a s d f g h j k l ö ä", "z x c v b n m - / ?"};
constexpr Rows kEnglishRows{"q w e r t y u i o p", "a s d f g h j k l", "z x c v b n m ' - ?"};
// The places of q, w, x and y have other letters on Northern Sami keyboards.
constexpr Rows kSamiRows{"á š e r t ŧ u i o p å", "a s d f g h j k l ö ä", "ž z č c v b n m ŋ đ"};
constexpr Rows kPolishRows{"q w e r t y u i o p ó", "a s d f g h j k l ł ą", "z x c v b n m ę ś ż"};
constexpr Rows kUkrainianRows{"й ц у к е н г ш щ з х", "ф і в а п р о л д ж є", "я ч с м и т ь б ю ї"};
constexpr Rows kArabicRows{"ض ص ث ق ف غ ع ه خ ح ج", "ش س ي ب ل ا ت ن م ك ط", "ئ ء ؤ ر ى ة و ز ظ د ذ"};
constexpr Rows kPersianRows{"ض ص ث ق ف غ ع ه خ ح ج", "ش س ی ب ل ا ت ن م ک گ", "ظ ط ژ ز ر ذ د پ و چ \u200C"};
constexpr Rows kHebrewRows{"ק ר א ט ו ן ם פ", "ש ד ג כ ע י ח ל ך ף", "ז ס ב ה נ מ צ ת ץ ־"};

constexpr Rows kSigns{"! ? \" ' ( ) / & % + =", ": ; , . - _ @ # * €", "– … « » “ ” ’ ° ² [ ]"};
constexpr Rows kArabicSigns{"! ؟ « » ( ) / & % + =", ": ؛ ، . - _ @ # * €", "? , ; \" ' – … ° ² [ ]"};
constexpr Rows kHebrewSigns{"! ? \" ' ( ) / & % + =", ": ; , . - _ @ # * €", "– … ״ ׳ „ “ ” ° ² [ ]"};

constexpr string_view kLatinOffers[]{"a á à â ã ā ă ą å ä",
                                     "c č ć ç",
                                     "d đ ď ð",
                                     "e é è ê ë ē ę ě ė",
                                     "g ğ ģ",
                                     "k ķ",
                                     "h ħ",
                                     "i í ì î ï ī į ı",
                                     "l ł ľ ļ",
                                     "n ñ ń ň ŋ ņ",
                                     "o ó ò ô õ ø œ ö ő",
                                     "r ř",
                                     "s š ś ş ș ß",
                                     "t ť ŧ ț þ",
                                     "u ú ù û ü ū ů ű ų",
                                     "y ý ÿ",
                                     "z ž ź ż",
                                     "ä æ",
                                     "ö ø œ"};
constexpr string_view kSamiOffers[]{"á q à â ã", "š w ś ş",   "č x ć ç",   "ŧ y þ ý",   "e é è ê ë",
                                    "a á â à æ", "o ó ò ô õ", "u ú ù û ü", "i í ì î ï", "n ŋ ñ ń",
                                    "ä æ",       "ö ø",       "s š",       "c č",       "z ž",
                                    "d đ ð",     "t ŧ"};
constexpr string_view kPolishOffers[]{"a ą á à å ä", "c ć č ç", "e ę é è", "l ł",     "n ń ñ",
                                      "o ó ö ø",     "s ś š ß", "u ü ú ů", "z ż ź ž", "ż ź"};
// The Russian letters too: many who read Ukrainian have names and addresses that were written with them.
constexpr string_view kUkrainianOffers[]{"г ґ", "и ы", "е ё", "є э", "ь ъ"};
constexpr string_view kArabicOffers[]{"ا أ إ آ ٱ", "و ؤ",   "ي ئ ى", "ه ة", "ل لا لأ لإ لآ",
                                      "ب پ",       "ك ک گ", "ج چ",   "ز ژ", "ف ڤ"};
// The Pashto letters too, for the names of people and places in Afghanistan.
constexpr string_view kPersianOffers[]{"ا آ أ إ ء", "و ؤ", "ی ئ ي ې ۍ", "ه ۀ ة", "ک ك", "گ ګ", "ت ټ",
                                       "د ډ",       "ن ڼ", "ر ړ",       "ز ږ",   "ش ښ", "ج ځ", "چ څ"};
constexpr string_view kHebrewOffers[]{"א אַ אָ", "ב בֿ", "ו וּ װ ױ", "י יִ ײ ײַ", "כ כּ", "פ פּ פֿ", "ש שׂ", "ת תּ"};

constexpr Layout kSwedish{"Svenska", "ABC", kSwedishRows, kSigns, ", .", kLatinOffers, true, true};
constexpr Layout kEnglish{"English", "ABC", kEnglishRows, kSigns, ", .", kLatinOffers, true, true};
constexpr Layout kSomali{"Soomaali", "ABC", kEnglishRows, kSigns, ", .", kLatinOffers, true, true};
constexpr Layout kSami{"Davvisámegiella", "ABČ", kSamiRows, kSigns, "- , .", kSamiOffers, true, true};
constexpr Layout kPolish{"Polski", "ABC", kPolishRows, kSigns, "- , .", kPolishOffers, true, true};
constexpr Layout kUkrainian{"Українська", "АБВ", kUkrainianRows, kSigns, "' , .", kUkrainianOffers,
                            false,        true};
constexpr Layout kArabic{"العربية",     "ابت", kArabicRows, kArabicSigns, "، .",
                         kArabicOffers, false, false,       true};
constexpr Layout kPersian{"دری",          "ابپ", kPersianRows, kArabicSigns, "، .",
                          kPersianOffers, false, false,        true};
constexpr Layout kYiddish{"ייִדיש",       "אבג", kHebrewRows, kHebrewSigns, ", .",
                          kHebrewOffers, false, false,       true};

struct Spoken {
  string_view language;
  const Layout* layout;
};
// Finnish, Meänkieli and Romani are written on Swedish keyboards; no keyboard of a screen has the Ethiopic
// syllables, and those who write Tigrinya here have Swedish letters.
constexpr Spoken kLayouts[]{{"en", &kEnglish},   {"so", &kSomali}, {"se", &kSami},     {"pl", &kPolish},
                            {"uk", &kUkrainian}, {"ar", &kArabic}, {"prs", &kPersian}, {"yi", &kYiddish}};

// Two bytes each, in the same order. ı stands with İ: the other two of the four are i and I.
constexpr string_view kSmall =
    "áàâãāăąåäæčćçđďðéèêëēęěğħíìîïīłľñńňŋóòôõøœöőřšśşșťŧțþúùûüūůűýÿžźżėįıļņģķų"
    "абвгґдеёєжзиіїйклмнопрстуфхцчшщъыьэюя";
constexpr string_view kCapital =
    "ÁÀÂÃĀĂĄÅÄÆČĆÇĐĎÐÉÈÊËĒĘĚĞĦÍÌÎÏĪŁĽÑŃŇŊÓÒÔÕØŒÖŐŘŠŚŞȘŤŦȚÞÚÙÛÜŪŮŰÝŸŽŹŻĖĮİĻŅĢĶŲ"
    "АБВГҐДЕЁЄЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ";
static_assert(kSmall.size() == kCapital.size());

}  // namespace

const Layout& swedish_layout() {
  return kSwedish;
}

const Layout& layout_of(std::string_view language) {
  const auto* const found = std::ranges::find(kLayouts, language, &Spoken::language);
  return found == std::end(kLayouts) ? kSwedish : *found->layout;
}

std::vector<std::string_view> keys_of(std::string_view row) {
  std::vector<std::string_view> keys;
  while (!row.empty()) {
    const std::size_t end = std::min(row.find(' '), row.size());
    if (end > 0) keys.push_back(row.substr(0, end));
    row.remove_prefix(std::min(end + 1, row.size()));
  }
  return keys;
}

std::string_view offered_by(const Layout& layout, std::string_view letter) {
  for (const std::string_view offer : layout.offers) {
    if (keys_of(offer).front() == letter) return offer;
  }
  return {};
}

std::string capital(std::string_view letter) {
  if (letter.size() == 1 && letter[0] >= 'a' && letter[0] <= 'z')
    return {static_cast<char>(letter[0] - 'a' + 'A')};
  if (letter.size() != 2) return std::string(letter);
  for (std::size_t at = 0; at < kSmall.size(); at += 2) {
    if (kSmall.substr(at, 2) == letter) return std::string(kCapital.substr(at, 2));
  }
  return std::string(letter);
}

}  // namespace lotsen::ui
