#include "kiosk/shell/kiosk_settings.h"

#include <string_view>
#include <vector>

namespace lotsen::shell {
namespace {

using config::Kind;
using config::Setting;

constexpr std::string_view kFonts = R"(["/usr/share/fonts/opentype/inter/Inter-Regular.otf",)"
                                    R"( "/usr/share/fonts/opentype/inter/Inter-Medium.otf",)"
                                    R"( "/usr/share/fonts/opentype/inter/Inter-SemiBold.otf",)"
                                    R"( "/usr/share/fonts/opentype/inter/Inter-Bold.otf",)"
                                    R"( "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",)"
                                    R"( "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf",)"
                                    R"( "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",)"
                                    R"( "/usr/share/fonts/truetype/noto/NotoSansArabic-Bold.ttf",)"
                                    R"( "/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf",)"
                                    R"( "/usr/share/fonts/truetype/noto/NotoSansHebrew-Bold.ttf",)"
                                    R"( "/usr/share/fonts/truetype/noto/NotoSansEthiopic-Regular.ttf",)"
                                    R"( "/usr/share/fonts/truetype/noto/NotoSansEthiopic-Bold.ttf"])";

constexpr std::string_view kLanguages =
    R"(["sv", "sv-simple", "en", "fi", "ar", "so", "prs", "uk", "fit", "se", "rmy", "yi", "ti", "pl"])";

// Where staff are, in every language that somebody could say it in.
constexpr std::string_view kDesk =
    R"({ sv = "Disken finns till vänster om entrén.", )"
    R"(sv-simple = "Disken finns till vänster om ingången.", )"
    R"(en = "The desk is to the left of the entrance.", )"
    R"(fi = "Palvelutiski on sisäänkäynnin vasemmalla puolella.", )"
    R"(ar = "مكتب الاستقبال على يسار المدخل.", )"
    R"(so = "Miiska soo dhoweyntu wuxuu ku yaallaa dhinaca bidix ee albaabka laga soo galo.", )"
    R"(prs = "میز معلومات در سمت چپ دروازهٔ ورودی است.", )"
    R"(uk = "Стійка розташована ліворуч від входу.", )"
    R"(fit = "Tiski oon vasemala puolela ko sie tulet sisäle.", )"
    R"(se = "Bálvalanbeavdi lea gurut bealde go boađát sisa.", )"
    R"(yi = "דער באַדינונגס־טיש איז לינקס פֿונעם אַרײַנגאַנג.", )"
    R"(ti = "እቲ ጠረጴዛ መቐበሊ ብጸጋም ናይቲ መእተዊ ይርከብ።", )"
    R"(pl = "Recepcja znajduje się po lewej stronie wejścia." })";

Setting text(std::string_view key, std::string_view standard, std::string_view help) {
  return {.key = key, .kind = Kind::text, .default_value = standard, .help = help};
}
Setting path(std::string_view key, std::string_view standard, std::string_view help) {
  return {.key = key, .kind = Kind::path, .default_value = standard, .help = help};
}
Setting flag(std::string_view key, std::string_view standard, std::string_view help) {
  return {.key = key, .kind = Kind::flag, .default_value = standard, .help = help};
}
Setting colour(std::string_view key, std::string_view standard, std::string_view help) {
  return {.key = key, .kind = Kind::colour, .default_value = standard, .help = help};
}
Setting number(std::string_view key, std::string_view standard, std::int64_t least, std::int64_t most,
               std::string_view help) {
  return {key, Kind::integer, standard, help, least, most};
}

using Settings = std::vector<Setting>;

// Which kiosk this is, where it keeps things, whom it reports to.
Settings of_the_place() {
  return {
      Setting{.key = "mode",
              .kind = Kind::text,
              .default_value = "demo",
              .help = "Visit scripts (--visit) are refused in production.",
              .allowed = {"demo", "production"}},
      text("kiosk_id", "kiosk-1", "This kiosk's name at the backend."),
      path("data_dir", "../build/data/kiosk", "Where the kiosk keeps its outbox and its keys."),
      path("forms_dir", "forms", "The e-services: one JSON file each."),
      text("backend.url", "http://127.0.0.1:8470", "Where the backend answers."),
      path("backend.public_keys", "../build/data/backend/backend.pub",
           "The backend's public keys: answers are sealed to them, receipts are checked with them."),
      path("backend.ca_file", "",
           "Trust only the certificate authorities in this file; empty: the system's."),
      text("backend.pinned_key", "", "\"sha256//…\": accept only this server key; empty: any trusted one."),
      text("municipality.name", "Exempelby kommun", "The name in the header."),
      path("municipality.shield", "",
           "A one-colour SVG, drawn as a shape in the brand colour; empty: the built-in shield."),
      Setting{.key = "desk",
              .kind = Kind::texts,
              .default_value = kDesk,
              .help = "Where a visitor finds staff, one sentence by language."},
  };
}

// What a visitor is offered, and how long.
Settings of_the_visit() {
  return {
      Setting{.key = "languages.offered",
              .kind = Kind::text_list,
              .default_value = kLanguages,
              .help = "Language codes in the order of the buttons; each visit begins in the first."},
      number("idle.after_s", "90", 10, 3600, "Seconds without input until the content is covered."),
      number("idle.countdown_s", "30", 20, 600,
             "Seconds the visitor then has to say \"Jag är kvar\" (EN 301 549, 11.2.2.1: at least 20)."),
      number("idle.attract_after_s", "60", 10, 3600,
             "Seconds of quiet without a visit until the page that greets whoever comes by. A minute: the "
             "next in the queue still meets the home page."),
  };
}

// What hands meet.
Settings of_the_glass() {
  return {
      flag("screen.windowed", "false", "A window instead of the whole screen."),
      number("screen.width", "1920", 320, 7680, "Pixels, for a window or a virtual screen."),
      number("screen.height", "1080", 320, 7680, "Pixels, for a window or a virtual screen."),
      number("screen.millimetres_high", "0", 0, 5000, "The glass from lower to upper edge; 0: not known."),
      number("screen.lower_edge_mm", "0", 0, 2500,
             "The glass's lower edge above the floor; counts only together with screen.millimetres_high."),
      number(
          "reach.highest_mm", "1100", 600, 1400,
          "In low-reach mode nothing to press lies higher above the floor. EN 301 549, 8.3.2.1 allows 1220; "
          "800 to 1100 is recommended, which is why 1100 is the default."),
      number("keys.repeat_delay_ms", "2000", 500, 5000,
             "How long erase is held until it repeats. A visitor cannot adjust it, so the default is the "
             "delay that EN 301 549, 5.7 demands to be possible."),
      number("keys.repeat_every_ms", "2000", 50, 5000,
             "Between two repetitions. The default is the slowest rate of EN 301 549, 5.7, for who cannot "
             "let go quickly; others press again."),
      number("keys.ignore_double_ms", "0", 0, 1000,
             "A second press of the same key within this time is a tremor, not a letter (EN 301 549, 5.8: "
             "500 must be possible). 0, off: at 500, double letters need patience of everyone."),
  };
}

// What eyes meet.
Settings of_the_looks() {
  return {
      colour("theme.background", "#F6F4EF", "Behind everything."),
      colour("theme.surface", "#FFFFFF", "Tiles, fields and panels."),
      colour("theme.line", "#D5D9DC", "Decorating lines."),
      colour("theme.ink", "#14212B", "Text."),
      colour("theme.ink_secondary", "#44545F", "Hints and the borders of fields."),
      colour("theme.brand", "#0A4A66", "The primary button and what is chosen."),
      colour("theme.brand_bright", "#0E6A8F", "Links and step bars."),
      colour("theme.on_brand", "#FFFFFF", "Text on the brand colour."),
      colour("theme.accent", "#E7B10A", "Small marks."),
      colour("theme.success", "#1F6B3A", "What went well."),
      colour("theme.error", "#A5192B", "What must be put right."),
      colour("theme.focus", "#FFBF00", "The ring around what has the keyboard's focus."),
      Setting{.key = "text.fonts",
              .kind = Kind::path_list,
              .default_value = kFonts,
              .help = "Font files; no other font is used. The first that has a character draws it."},
      flag("text.reduced_motion", "false", "No fading between pages."),
  };
}

// How the backend is tried again.
Settings of_the_delivery() {
  return {
      number("delivery.back_off_base_ms", "1000", 10, 60'000, "Wait after the first failed try, at most."),
      number("delivery.back_off_cap_ms", "300000", 10, 3'600'000, "Wait between tries, never more."),
  };
}

Settings table() {
  Settings all;
  for (const Settings& part :
       {of_the_place(), of_the_visit(), of_the_glass(), of_the_looks(), of_the_delivery()})
    all.insert(all.end(), part.begin(), part.end());
  return all;
}

}  // namespace

std::span<const Setting> kiosk_settings() {
  static const Settings all = table();
  return all;
}

}  // namespace lotsen::shell
