// Every way in which one field of a submission or receipt can be wrong, made by editing the sound JSON.
#include <nlohmann/json.hpp>

#include "tests/support/catch.h"
#include "tests/unit/submission/samples.h"

using namespace lotsen;
using namespace lotsen::tests;
using Json = nlohmann::json;

namespace {

// Stands in every wrong value; must never come back in a fault.
const std::string kMarker = "Hemlig-8471";

Json submission_json() {
  return Json::parse(to_json(sample_submission()).view());
}
Json receipt_json() {
  return Json::parse(to_json(sample_receipt()));
}

template <class Read>
void expect_refused(const std::string& json, Read read, const std::string& fault = "") {
  INFO(json.substr(0, 400));
  const auto outcome = read(json);
  REQUIRE_FALSE(outcome);
  CHECK(outcome.error().code == ErrorCode::bad_input);
  CHECK(outcome.error().detail.find("8471") == std::string::npos);
  CHECK(outcome.error().detail.size() < 100);
  if (!fault.empty()) CHECK(outcome.error().detail == fault);
}

std::vector<Json> wrong_values(const Json& right) {
  std::vector<Json> wrong{nullptr,
                          true,
                          8471,
                          -8471,
                          8.471,
                          kMarker,
                          "",
                          Json::array({kMarker}),
                          Json{{kMarker, kMarker}},
                          std::string(300, '8')};
  std::erase_if(wrong, [&](const Json& value) { return value == right; });
  if (right.is_string()) wrong.push_back(" " + right.get<std::string>());
  if (right.is_string()) wrong.push_back(right.get<std::string>() + "\n");
  return wrong;
}

template <class Read>
void expect_each_field_guarded(const Json& sound, const std::string& what, Read read) {
  REQUIRE(read(sound.dump()));
  for (const auto& [name, value] : sound.items()) {
    Json without = sound;
    without.erase(name);
    expect_refused(without.dump(), read, what + " has no \"" + name + "\"");
    const std::string twice = "{\"" + name + "\":" + value.dump() + "," + sound.dump().substr(1);
    expect_refused(twice, read, what + " has a field twice");
    for (const Json& wrong : wrong_values(value)) {
      if (name == "form_version" && wrong == 8471) continue;
      Json changed = sound;
      changed[name] = wrong;
      expect_refused(changed.dump(), read);
    }
  }
  Json more = sound;
  more[kMarker] = kMarker;
  expect_refused(more.dump(), read, what + " has an unknown field");
}

template <class Read>
void expect_malformed(const Json& sound, const char* name, std::initializer_list<Json> values, Read read) {
  for (const Json& value : values) {
    Json changed = sound;
    changed[name] = value;
    expect_refused(changed.dump(), read);
  }
}

template <class Read>
void expect_no_json(const std::string& what, Read read) {
  for (const std::string& text :
       {std::string(), std::string("{"), std::string("Hemlig-8471"), std::string("\xFF"),
        std::string("{\"id\":\"\xC3\x28\"}"), std::string("{} {}"), std::string(1, '\0')})
    expect_refused(text, read, what + " is not JSON");
  expect_refused("[]", read, what + " is not an object");
  expect_refused("{\"id\":8471e999}", read, what + " has a number that is too large");
  expect_refused(std::string(200'000, '['), read, what + " is nested too deeply");
  expect_refused(std::string(256 * 1024 + 1, ' '), read, what + " is too long");
}

}  // namespace

TEST_CASE(
    "each field of a submission missing, twice, unknown or of a wrong kind is refused without its value") {
  expect_each_field_guarded(submission_json(), "submission", submission_from_json);
}

TEST_CASE("each field of a receipt missing, twice, unknown or of a wrong kind is refused without its value") {
  expect_each_field_guarded(receipt_json(), "receipt", receipt_from_json);
}

TEST_CASE("what is no JSON is neither a submission nor a receipt") {
  expect_no_json("submission", submission_from_json);
  expect_no_json("receipt", receipt_from_json);
}

TEST_CASE("fields of a submission that nearly have their form are refused") {
  const Json sound = submission_json();
  const auto refuse = [&](const char* name, std::initializer_list<Json> values) {
    expect_malformed(sound, name, values, submission_from_json);
  };
  refuse("id", {"0b8f5c1e-6a3d-1f27-9c1b-2d4e6f8a0b1c", "0b8f5c1e-6a3d-4f27-7c1b-2d4e6f8a0b1c",
                "0B8F5C1E-6a3d-4f27-9c1b-2d4e6f8a0b1c", "0b8f5c1e06a3d-4f27-9c1b-2d4e6f8a0b1c"});
  refuse("reference", {"SC-0000-0000-1", "sc-7k3q-m9px-c", "SC7K3QM9PXC"});
  refuse("access_code", {"4f7k-22mn", "4F7K22MN", "4F7K-22M", "OOOO-IIII"});
  refuse("form", {"Fault", "a-b", "../fault_report", std::string(65, 'a')});
  refuse("form_version", {0, 1'000'001, -1, 1.0, "1", 18446744073709551615U});
  refuse("language", {"s", "sv_SE", "abcdefghijklmnopq", "s1", "-sv"});
  refuse("created", {"2026-11-21", "1969-12-31T23:59:59.999Z", "2026-02-30T00:00:00.000Z",
                     "2026-11-21T14:03:07Z", "2026-11-21T14:03:07.120+01:00"});
}

TEST_CASE("fields of a receipt that nearly have their form are refused") {
  const Json sound = receipt_json();
  const auto refuse = [&](const char* name, std::initializer_list<Json> values) {
    expect_malformed(sound, name, values, receipt_from_json);
  };
  refuse("submission_id", {"0b8f5c1e-6a3d-1f27-9c1b-2d4e6f8a0b1c"});
  refuse("digest",
         {std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'A'), std::string(63, 'a') + "g"});
  refuse("signature", {std::string(88, 'A'), std::string(85, 'A') + "===", std::string(85, 'A') + " ==",
                       std::string(85, 'A') + "-==", std::string(84, 'A') + "=="});
}

TEST_CASE("answers are lists of texts under the ids of questions, and nothing else") {
  const Json sound = submission_json();
  expect_malformed(sound, "answers",
                   {Json{{"kind", kMarker}}, Json{{"kind", {8471}}}, Json{{"kind", {nullptr}}},
                    Json{{"kind", {{kMarker}}}}, Json{{"kind", Json{{kMarker, kMarker}}}}, Json{{"", {"x"}}},
                    Json{{kMarker, {"x"}}}, Json{{std::string(65, 'a'), {"x"}}}, Json::array()},
                   submission_from_json);
  const std::string text = sound.dump();
  const std::string twice = R"("answers":{"kind":["8471"],"kind":["x"])";
  expect_refused(std::string(text).replace(text.find("\"answers\":{"), 11, twice + ","), submission_from_json,
                 "submission has a field twice");
}

TEST_CASE("a submission holds at most 500 answers of at most 500 values, of at most 10 000 characters each") {
  Json json = submission_json();
  json["answers"] = Json::object();
  for (int i = 0; i < 500; ++i) json["answers"]["q" + std::to_string(i)] = {"x"};
  CHECK(submission_from_json(json.dump()));
  json["answers"]["q500"] = {"x"};
  expect_refused(json.dump(), submission_from_json);
  json["answers"] = Json{{"q", std::vector<std::string>(500, "x")}};
  CHECK(submission_from_json(json.dump()));
  json["answers"]["q"].push_back("x");
  expect_refused(json.dump(), submission_from_json);
  std::string emoji;
  for (int i = 0; i < 10'000; ++i) emoji += "😀";
  json["answers"] = Json{{"q", {emoji}}};
  CHECK(submission_from_json(json.dump()));
  json["answers"] = Json{{"q", {emoji + "x"}}};
  expect_refused(json.dump(), submission_from_json);
}

TEST_CASE("a submission is written as JSON that any reader reads, whatever was typed") {
  Submission submission = sample_submission();
  std::string all;
  for (int c = 0; c < 128; ++c) all += static_cast<char>(c);
  submission.answers[{"text"}].values = {Secret(all), Secret("åäö سلام 😀 \u2028"), Secret("")};
  const Json json = Json::parse(to_json(submission).view());
  CHECK(json["answers"]["text"] == Json({all, "åäö سلام 😀 \u2028", ""}));
  CHECK(json["form_version"] == 3);
  CHECK(json["created"] == to_rfc3339(submission.created));
  CHECK(json.size() == 8);
}
