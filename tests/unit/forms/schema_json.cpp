// The published schema is for the editors of those who write forms. The reader has its rules in code; these
// tests hold the two together.
#include <fstream>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "tests/support/catch.h"
#include "tests/unit/forms/broken_forms.h"

using namespace lotsen::tests;
using Json = nlohmann::json;

namespace {

const std::filesystem::path kForms = LOTSEN_SOURCE_DIR "/config/forms";

Json read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return Json::parse(in);
}

class PublishedSchema {
 public:
  PublishedSchema() {
    const Json json = read(kForms / "form.schema.json");
    valijson::SchemaParser().populateSchema(valijson::adapters::NlohmannJsonAdapter(json), schema_);
  }
  bool takes(const Json& form) const {
    return valijson::Validator().validate(schema_, valijson::adapters::NlohmannJsonAdapter(form), nullptr);
  }

 private:
  valijson::Schema schema_;
};

// Every field of every object that the schema describes, as "definitions/step/properties/id".
void expect_descriptions(const Json& schema, const std::string& place) {
  if (!schema.is_object()) return;
  for (const auto& [name, part] : schema.items()) {
    if (name == "properties" || name == "definitions") {
      for (const auto& [field, value] : part.items()) {
        INFO(place + "/" + name + "/" + field);
        CHECK(value.value("description", "").size() >= 10);
        expect_descriptions(value, place + "/" + name + "/" + field);
      }
    }
  }
}

}  // namespace

TEST_CASE("every form that is shipped is as the published schema says") {
  const PublishedSchema schema;
  int forms = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kForms)) {
    if (entry.path().extension() != ".json" || entry.path().filename() == "form.schema.json") continue;
    INFO(entry.path());
    const Json form = read(entry.path());
    CHECK(schema.takes(form));
    CHECK(form.value("$schema", "") == "./form.schema.json");
    ++forms;
  }
  CHECK(forms > 0);
}

TEST_CASE("the published schema takes the small form and refuses each shape that the reader refuses") {
  const PublishedSchema schema;
  CHECK(schema.takes(Json::parse(kSmallForm)));
  for (const BrokenForm& form : misshapen_forms()) {
    INFO(form.from << " -> " << form.to.substr(0, 120));
    const Json broken_form = Json::parse(broken(form));
    CHECK(schema.takes(broken_form) == !form.against_schema);
  }
}

TEST_CASE("the published schema explains every field to who writes a form") {
  expect_descriptions(read(kForms / "form.schema.json"), "");
}
