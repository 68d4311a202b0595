// Every text of every form in config/forms, in the languages it must have.
#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/unit/i18n/text_rules.h"

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::vector<std::string> kOfEveryForm = {"sv", "sv-simple", "en"};
// The languages that the kiosk is complete in.
const std::vector<std::string> kComplete = {"sv", "sv-simple", "en", "fi", "ar", "so", "prs", "uk"};

const std::vector<std::string>& languages_of(const fs::path& form) {
  return form.stem() == "fault_report" ? kComplete : kOfEveryForm;
}

bool is_text(const Json& json) {
  return json.is_object() && json.contains("sv") && json["sv"].is_string();
}

struct Text {
  std::string place;
  Json by_language;
};

void gather(const Json& json, const std::string& place, std::vector<Text>& texts) {
  if (is_text(json)) return texts.push_back({place, json});
  if (!json.is_structured()) return;
  for (const auto& [key, value] : json.items()) gather(value, place + "/" + key, texts);
}

std::vector<Text> texts_of(const fs::path& form) {
  std::ifstream file(form);
  std::vector<Text> texts;
  gather(Json::parse(file), form.filename().string() + " ", texts);
  return texts;
}

std::vector<fs::path> all_forms() {
  std::vector<fs::path> forms;
  for (const auto& file : fs::directory_iterator(LOTSEN_FORMS)) {
    if (file.path().extension() == ".json" && file.path().filename() != "form.schema.json")
      forms.push_back(file.path());
  }
  return forms;
}

}  // namespace

TEST_CASE("Every form has all of its texts in the languages it must have") {
  REQUIRE_FALSE(all_forms().empty());
  for (const fs::path& form : all_forms()) {
    REQUIRE(texts_of(form).size() > 5);
    for (const Text& text : texts_of(form)) {
      for (const std::string& language : languages_of(form)) {
        INFO(text.place << " lacks " << language << ": " << text.by_language["sv"]);
        CHECK_FALSE(text.by_language.value(language, "").empty());
      }
    }
  }
}

TEST_CASE("Numbers in forms are in Latin digits, and in isolates where the text is right-to-left") {
  for (const fs::path& form : all_forms()) {
    for (const Text& text : texts_of(form)) {
      for (const auto& [language, words] : text.by_language.items()) {
        CAPTURE(text.place, language);
        CHECK_FALSE(lotsen::tests::has_foreign_digit(words.get<std::string>()));
        CHECK(lotsen::tests::loose_number(words.get<std::string>()).empty());
      }
    }
  }
}
