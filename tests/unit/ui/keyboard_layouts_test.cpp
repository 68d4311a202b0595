#include <algorithm>
#include <map>
#include <set>

#include "kiosk/ui/keyboard_layouts.h"
#include "tests/support/catch.h"

using namespace lotsen;

namespace {

// What people who write the language need, one letter a word.
const std::map<std::string, std::string>& alphabets() {
  static const std::string kEnglish = "a b c d e f g h i j k l m n o p q r s t u v w x y z ";
  static const std::map<std::string, std::string> all{
      {"sv", kEnglish + "å ä ö é"},
      {"sv-simple", kEnglish + "å ä ö é"},
      {"en", kEnglish + "'"},
      {"fi", kEnglish + "å ä ö š ž"},
      {"fit", kEnglish + "å ä ö š ž"},
      {"so", kEnglish + "'"},
      {"rmy", kEnglish + "č š ž ć ś ź ř ë"},
      {"ti", kEnglish},
      {"se", kEnglish + "á č đ ŋ š ŧ ž å ä ö"},
      {"pl", kEnglish + "ą ć ę ł ń ó ś ź ż"},
      {"uk", "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я '"},
      {"ar", "ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي ء أ إ آ ؤ ئ ة ى"},
      {"prs", "ا آ ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی ء ئ ؤ أ \u200C"},
      {"yi",
       "א ב ג ד ה ו ז ח ט י כ ך ל מ ם נ ן ס ע פ ף צ ץ ק ר ש ת "
       "\u05D0\u05B7 \u05D0\u05B8 \u05D1\u05BF \u05D5\u05BC \u05D9\u05B4 \u05DB\u05BC \u05E4\u05BC "
       "\u05E4\u05BF \u05E9\u05C2 \u05EA\u05BC \u05F0 \u05F1 \u05F2"}};
  return all;
}

std::vector<std::string_view> all_of(const std::array<std::string_view, 3>& rows) {
  std::vector<std::string_view> all;
  for (const std::string_view row : rows) {
    const auto keys = ui::keys_of(row);
    all.insert(all.end(), keys.begin(), keys.end());
  }
  return all;
}

std::set<std::string_view> can_be_typed(const ui::Layout& layout) {
  std::set<std::string_view> typed;
  for (const std::string_view key : all_of(layout.rows)) {
    typed.insert(key);
    for (const std::string_view offered : ui::keys_of(ui::offered_by(layout, key))) typed.insert(offered);
  }
  for (const std::string_view mark : ui::keys_of(layout.marks)) typed.insert(mark);
  return typed;
}

bool is_sign(std::string_view text) {
  return text.size() == 1 && (text[0] < 'a' || text[0] > 'z');
}

}  // namespace

TEST_CASE("every letter of a language can be typed on its keyboard") {
  for (const auto& [language, alphabet] : alphabets()) {
    const std::set<std::string_view> typed = can_be_typed(ui::layout_of(language));
    for (const std::string_view letter : ui::keys_of(alphabet)) {
      INFO(letter << " in " << language);
      CHECK(typed.contains(letter));
    }
  }
}

TEST_CASE("no key is on a page of a keyboard twice") {
  for (const auto& [language, alphabet] : alphabets()) {
    const ui::Layout& layout = ui::layout_of(language);
    for (const auto& rows : {layout.rows, layout.signs}) {
      std::vector<std::string_view> keys = all_of(rows);
      if (rows == layout.rows) {
        const auto marks = ui::keys_of(layout.marks);
        keys.insert(keys.end(), marks.begin(), marks.end());
      }
      for (const std::string_view key : keys) {
        INFO(key << " in " << language);
        CHECK(std::ranges::count(keys, key) == 1);
        CHECK((key.size() != 1 || key[0] < '0' || key[0] > '9'));  // the top row has the digits
      }
    }
  }
}

TEST_CASE("rows have no more keys than are wide enough to press, Shift and Erase counted") {
  for (const auto& [language, alphabet] : alphabets()) {
    INFO(language);
    const ui::Layout& layout = ui::layout_of(language);
    for (const auto& row : layout.rows) CHECK(ui::keys_of(row).size() <= 11);
    for (const auto& row : layout.signs) CHECK(ui::keys_of(row).size() <= 11);
    if (layout.has_case) CHECK(ui::keys_of(layout.rows[2]).size() <= 10);
    CHECK(ui::keys_of(layout.marks).size() <= 3);
    for (const std::string_view offer : layout.offers) CHECK(ui::keys_of(offer).size() <= 10);
  }
}

TEST_CASE("a long press offers the letter itself first and nothing twice") {
  for (const auto& [language, alphabet] : alphabets()) {
    const ui::Layout& layout = ui::layout_of(language);
    const std::vector<std::string_view> letters = all_of(layout.rows);
    for (const std::string_view offer : layout.offers) {
      INFO(offer << " in " << language);
      const std::vector<std::string_view> offered = ui::keys_of(offer);
      CHECK(offered.size() > 1);
      CHECK(std::set(offered.begin(), offered.end()).size() == offered.size());
      if (std::ranges::find(letters, offered.front()) != letters.end())
        CHECK(ui::offered_by(layout, offered.front()) == offer);
    }
  }
}

TEST_CASE("every letter of a script with capitals has one") {
  for (const auto& [language, alphabet] : alphabets()) {
    const ui::Layout& layout = ui::layout_of(language);
    if (!layout.has_case) continue;
    for (const std::string_view letter : can_be_typed(layout)) {
      if (is_sign(letter) || letter == "ß") continue;
      INFO(letter << " in " << language);
      CHECK(ui::capital(letter) != letter);
    }
  }
  CHECK(ui::capital("å") == "Å");
  CHECK(ui::capital("ŋ") == "Ŋ");
  CHECK(ui::capital("ÿ") == "Ÿ");
  CHECK(ui::capital("ґ") == "Ґ");
  CHECK(ui::capital("?") == "?");
  CHECK(ui::capital("ع") == "ع");
}

TEST_CASE("a language without letters of its own gets the Swedish ones") {
  for (const char* language : {"sv", "sv-simple", "fi", "fit", "rmy", "ti", "xx", ""})
    CHECK(&ui::layout_of(language) == &ui::swedish_layout());
}
