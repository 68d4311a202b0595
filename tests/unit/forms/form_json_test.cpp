#include "services/forms/form_json.h"

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"
#include "tests/unit/forms/broken_forms.h"

using namespace lotsen;
using namespace lotsen::forms;
using namespace lotsen::tests;

namespace {

void expect_faults(const std::vector<BrokenForm>& forms) {
  for (const BrokenForm& form : forms) {
    INFO(form.from << " -> " << form.to.substr(0, 120));
    const std::string text = broken(form);
    REQUIRE_FALSE(text.empty());
    const Result<Form> read = parse_form(text, "small.json");
    REQUIRE_FALSE(read);
    CHECK(read.error().code == ErrorCode::bad_input);
    CHECK(read.error().detail == "small.json: at " + form.fault);
  }
}

std::string fault_of(std::string_view text) {
  const Result<Form> form = parse_form(text, "small.json");
  return form ? "" : form.error().detail;
}

void write(const std::filesystem::path& file, std::string_view text) {
  std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a sound form is read with all that it says") {
  const Result<Form> form = parse_form(kSmallForm, "small.json");
  REQUIRE(form);
  CHECK(form->id.value == "small");
  CHECK(form->version == 4);
  CHECK(form->case_type == "test.small");
  CHECK(form->title.in("en") == "Small");
  CHECK(form->summary.in("en") == "En liten tjänst.");
  CHECK(form->handling_days == 0);
  CHECK(form->at_hand.size() == 1);
  REQUIRE(form->steps.size() == 2);
  const Question& name = form->steps[0].questions[1];
  CHECK_FALSE(name.required);
  CHECK(std::get<TextKind>(name.kind).max_length == 20);
  const Question& phone = form->steps[1].questions[0];
  CHECK(phone.required);
  REQUIRE(phone.show_when);
  CHECK(std::holds_alternative<All>(phone.show_when->rule));
}

TEST_CASE("text that is no sound JSON gives one line with where and what to do") {
  expect_faults(broken_json());
}

TEST_CASE("each wrong field of a form's head gives one line with where and what to do") {
  expect_faults(broken_heads());
}

TEST_CASE("each wrong question or option gives one line with where and what to do") {
  expect_faults(broken_questions());
}

TEST_CASE("each wrong condition gives one line with where and what to do") {
  expect_faults(broken_conditions());
}

TEST_CASE("a form without steps or questions has nothing to ask and is refused") {
  const std::string text(kSmallForm);
  const std::string head = text.substr(0, text.find("\"steps\""));
  CHECK(fault_of(head + "\"steps\": []}") == "small.json: at /steps: needs at least one step");
  CHECK(fault_of(head + R"("steps": [{"id": "a", "title": {"sv": "A"}, "questions": []}]})") ==
        "small.json: at /steps/0/questions: needs at least one question");
}

TEST_CASE("the two hundred and first question is one too many") {
  const std::string text(kSmallForm);
  const auto form_with = [&](int questions) {
    std::string json = text.substr(0, text.find("\"steps\"")) +
                       R"("steps": [{"id": "a", "title": {"sv": "A"}, "questions": [)";
    for (int i = 0; i < questions; ++i)
      json += std::string(i == 0 ? "" : ",") + R"({"id": "q)" + std::to_string(i) +
              R"(", "kind": "email", "label": {"sv": "E"}})";
    return json + "]}]}";
  };
  CHECK(fault_of(form_with(200)).empty());
  CHECK(fault_of(form_with(201)) ==
        "small.json: at /steps/0/questions/200: is one question too many; at most 200");
}

TEST_CASE("a form that could not be sent when filled in to its limits is refused") {
  const std::string text(kSmallForm);
  const auto form_with = [&](int questions) {
    std::string json = text.substr(0, text.find("\"steps\"")) +
                       R"("steps": [{"id": "a", "title": {"sv": "A"}, "questions": [)";
    for (int i = 0; i < questions; ++i)
      json += std::string(i == 0 ? "" : ",") + R"({"id": "q)" + std::to_string(i) +
              R"(", "kind": "long_text", "max_length": 9000, "label": {"sv": "T"}})";
    return json + "]}]}";
  };
  CHECK(fault_of(form_with(5)).empty());
  CHECK(fault_of(form_with(6)) ==
        "small.json: at /steps/0/questions/5: makes the answers too long to send; lower max_length here or "
        "before");
}

TEST_CASE("a form file is at most 256 KiB") {
  const std::string padded = std::string(kSmallForm) + std::string(256 * 1024, ' ');
  CHECK(fault_of(padded.substr(0, 256 * 1024)).empty());
  CHECK(fault_of(padded) == "small.json: at /: is larger than 256 KiB; split it into several forms");
}

TEST_CASE("nesting of a hundred thousand levels is refused and not followed") {
  CHECK(fault_of(std::string(100'000, '[')) == "small.json: at /: is nested too deeply; at most 12 levels");
}

TEST_CASE("a form that an editor saved with a byte order mark or a schema's name is read") {
  CHECK(fault_of("\xEF\xBB\xBF" + std::string(kSmallForm)).empty());
  CHECK(fault_of(R"({"$schema": "./form.schema.json",)" + std::string(kSmallForm.substr(1))).empty());
}

TEST_CASE("a hostile name in a form cannot break the line it is told in") {
  const std::string fault = fault_of("{\"a\\n\\u001b[31m\xC3\xA5\": 1, " + std::string(kSmallForm.substr(1)));
  CHECK(fault == "small.json: at /: has an unknown field \"a??[31m??\"; remove or rename it");
}

TEST_CASE("a folder of forms gives the sound ones by id and a reason for each of the others") {
  const TempFolder folder;
  const auto small = [](std::string id) {
    return broken({"\"id\": \"small\"", R"("$schema": "./form.schema.json", "id": ")" + id + '"', ""});
  };
  write(folder.path() / "b.json", small("b"));
  write(folder.path() / "a_1.json", small("a_1"));
  write(folder.path() / "a.json", small("a"));
  write(folder.path() / "broken.json", "{");
  write(folder.path() / "empty.json", "");
  write(folder.path() / "form.schema.json", "{}");
  write(folder.path() / "notes.txt", "not a form");
  std::filesystem::create_directory(folder.path() / "folder.json");
  const LoadedForms loaded = load_forms(folder.path());
  REQUIRE(loaded.forms.size() == 3);
  CHECK(loaded.forms[0].id.value == "a");
  CHECK(loaded.forms[1].id.value == "a_1");
  CHECK(loaded.forms[2].id.value == "b");
  REQUIRE(loaded.faults.size() == 3);
  CHECK(loaded.faults[0].detail.starts_with("broken.json: at byte 2: is not JSON"));
  CHECK(loaded.faults[1].detail.starts_with("empty.json: at byte 1: is not JSON"));
  CHECK(loaded.faults[2].detail == "folder.json: cannot be read; is it a file, and who may read it?");
  CHECK(loaded.faults[2].code == ErrorCode::io);
}

TEST_CASE("a loaded form's source is the form alone: what is for editors does not make it another version") {
  const TempFolder folder;
  write(folder.path() / "small.json", kSmallForm);
  const std::string plain = load_forms(folder.path()).sources.at(0);
  write(folder.path() / "small.json", R"({"$schema": "x",)" + std::string(kSmallForm.substr(1)));
  CHECK(load_forms(folder.path()).sources.at(0) == plain);
  CHECK(parse_form(plain, "small.json"));
}

TEST_CASE("a folder of forms that is not there is one fault") {
  const LoadedForms loaded = load_forms("/nowhere/forms");
  CHECK(loaded.forms.empty());
  REQUIRE(loaded.faults.size() == 1);
  CHECK(loaded.faults[0].code == ErrorCode::not_found);
}
