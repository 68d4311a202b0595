#include "tests/golden/scenes.h"

#include <functional>
#include <map>
#include <stdexcept>

#include "tests/ui/stage.h"

namespace lotsen::tests {
namespace {

constexpr Screen kTall{1080, 1920};
constexpr app::Looks kContrast{.high_contrast = true};
constexpr app::Looks kLargest{.text_percent = 200};
constexpr app::Looks kLow{.low_reach = true};

// What a visitor of that language would write.
struct Words {
  std::string location;
  std::string description;
};

Words words_in(const std::string& language) {
  if (language == "ar")
    return {"شارع ستورغاتان 12، قرب موقف الحافلات",
            "المصباح مطفأ منذ يوم الاثنين، والمكان مظلم عند ممر المشاة."};
  if (language == "prs")
    return {"جادهٔ ستورگاتان نمبر 12، پهلوی ایستگاه بس",
            "چراغ خراب است. به شمارهٔ 070-174 06 05 زنگ بزنید، بعد از ساعت 17.30."};
  return {"Storgatan 12, vid busshållplatsen",
          "Lampan har varit släckt sedan i måndags. Det är mörkt vid övergången."};
}

class Way {
 public:
  explicit Way(const Scene& scene)
      : stage_(scene.screen.width, scene.screen.height, scene.language, scene.looks),
        words_(words_in(scene.language)) {}

  Stage& stage() { return stage_; }

  void to_kind() {
    stage_.go_to("questions.0");
    stage_.press("q.kind.streetlight");
  }

  void to_place() {
    to_kind();
    stage_.press("nav.next");
  }

  void to_number_pad() {
    to_place();
    write("q.location", words_.location);
    write("q.mark", "4471");
    stage_.press("nav.next");
    write("q.description", words_.description);
    stage_.press("nav.next");
    stage_.press("q.contact.sms");
    stage_.type("q.phone", "070-174 06 05");
  }

  void to_contact() {
    to_number_pad();
    stage_.press("key.done");
  }

  void to_review() {
    to_contact();
    stage_.press("nav.next");
  }

  void to_keyboard() {
    to_place();
    stage_.type("q.location", words_.location);
  }

  void to_receipt(bool sent) {
    to_review();
    stage_.press("review.send");
    const auto submission = std::get<app::SavingPage>(stage_.state().page).submission;
    stage_.happens(app::SubmissionSaved{stage_.state().visit, submission});
    if (sent) stage_.happens(app::SubmissionReceived{submission});
    stage_.turn();
  }

 private:
  void write(const std::string& field, const std::string& text) {
    stage_.type(field, text);
    stage_.press("key.done");
  }

  Stage stage_;
  Words words_;
};

const std::map<std::string, std::function<void(Way&)>>& ways() {
  static const std::map<std::string, std::function<void(Way&)>> kWays{
      {"question", [](Way& way) { way.to_kind(); }},
      {"question_error", [](Way& way) { way.to_place(), way.stage().press("nav.next"); }},
      {"question_keyboard", [](Way& way) { way.to_keyboard(); }},
      {"number_pad", [](Way& way) { way.to_number_pad(); }},
      {"contact", [](Way& way) { way.to_contact(); }},
      {"review", [](Way& way) { way.to_review(); }},
      {"receipt_saved", [](Way& way) { way.to_receipt(false); }},
      {"receipt", [](Way& way) { way.to_receipt(true); }},
  };
  return kWays;
}

}  // namespace

const std::vector<Scene>& scenes() {
  static const std::vector<Scene> kScenes{
      {"sv_home", "home"},
      {"sv_languages", "languages"},
      {"sv_services", "services"},
      {"sv_question", "question"},
      {"sv_question_error", "question_error"},
      {"sv_question_keyboard", "question_keyboard"},
      {"sv_number_pad", "number_pad"},
      {"sv_contact", "contact"},
      {"sv_review", "review"},
      {"sv_receipt_saved", "receipt_saved"},
      {"sv_receipt", "receipt"},
      {"sv_help", "help"},
      {"sv_idle", "idle"},
      {"sv_attract", "attract"},
      {"sv_failed", "failed"},
      {"sv_closed", "closed"},
      {"ar_home", "home", "ar"},
      {"ar_question", "question", "ar"},
      {"ar_question_keyboard", "question_keyboard", "ar"},
      {"ar_review", "review", "ar"},
      {"ar_receipt", "receipt", "ar"},
      {"prs_home", "home", "prs"},
      {"prs_review", "review", "prs"},
      {"uk_home", "home", "uk"},
      {"ti_home", "home", "ti"},
      {"yi_home", "home", "yi"},
      {"yi_services", "services", "yi"},
      {"contrast_home", "home", "sv", {}, kContrast},
      {"contrast_question_keyboard", "question_keyboard", "sv", {}, kContrast},
      {"contrast_question_error", "question_error", "sv", {}, kContrast},
      {"contrast_receipt", "receipt", "sv", {}, kContrast},
      {"simple_200_home", "home", "sv-simple", {}, kLargest},
      {"simple_200_question", "question", "sv-simple", {}, kLargest},
      {"simple_200_review", "review", "sv-simple", {}, kLargest},
      {"tall_home", "home", "sv", kTall},
      {"tall_question_keyboard", "question_keyboard", "sv", kTall},
      {"tall_receipt", "receipt", "sv", kTall},
      {"tall_low_home", "home", "sv", kTall, kLow},
      {"tall_low_question_keyboard", "question_keyboard", "sv", kTall, kLow},
      {"tall_low_receipt", "receipt", "sv", kTall, kLow},
      {"tablet_tall_home", "home", "sv", {800, 1280}},
      {"tablet_home", "home", "sv", {1280, 800}},
      {"large_home", "home", "sv", {3840, 2160}},
  };
  return kScenes;
}

Picture drawn(const Scene& scene) {
  constexpr SteadyMs kPastFade = 500;
  Way way(scene);
  const auto own = ways().find(scene.page);
  if (own == ways().end())
    way.stage().go_to(scene.page);
  else
    own->second(way);
  way.stage().advance(kPastFade);
  way.stage().paint();
  Picture picture{way.stage().width(), way.stage().height(), way.stage().pixels()};
  for (std::uint32_t& pixel : picture.pixels) pixel &= 0xFFFFFF;
  return picture;
}

}  // namespace lotsen::tests
