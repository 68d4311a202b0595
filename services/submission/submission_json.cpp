#include <nlohmann/json.hpp>
#include <set>

#include "services/core/reference.h"
#include "services/submission/submission.h"

namespace lotsen {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 256 * 1024;
constexpr std::size_t kMostAnswers = 500;
constexpr std::size_t kMostValueBytes = 20'000;
constexpr int kMostDepth = 4;

// Names the field, never what it holds. Thrown in this file only.
struct Broken {
  std::string what;
};

bool is_uuid_v4(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? text[i] != '-' : std::string_view("0123456789abcdef").find(text[i]) == std::string_view::npos) return false;
  }
  return text[14] == '4' && std::string_view("89ab").find(text[19]) != std::string_view::npos;
}

bool is_name(std::string_view text, std::size_t most) {
  return !text.empty() && text.size() <= most &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == text.npos;
}

// nlohmann keeps the last of two equal keys and says nothing; one document shall have one meaning.
Json parse_strictly(std::string_view text) {
  std::vector<std::set<std::string>> keys;
  const Json::parser_callback_t watch = [&keys](int depth, Json::parse_event_t event, Json& value) {
    if (depth > kMostDepth) throw Broken{"is nested too deeply"};
    if (event == Json::parse_event_t::object_start) keys.emplace_back();
    if (event == Json::parse_event_t::object_end) keys.pop_back();
    if (event == Json::parse_event_t::key && !keys.back().insert(value.get<std::string>()).second)
      throw Broken{"has a field twice"};
    return true;
  };
  return Json::parse(text, watch);
}

const Json& field(const Json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) throw Broken{std::string("has no \"") + name + "\""};
  return *found;
}

std::string text(const Json& object, const char* name) {
  const Json& value = field(object, name);
  if (!value.is_string()) throw Broken{std::string("\"") + name + "\" is no text"};
  return value.get<std::string>();
}

template <class Check>
std::string checked(const Json& object, const char* name, Check good) {
  std::string value = text(object, name);
  if (!good(value)) throw Broken{std::string("\"") + name + "\" is malformed"};
  return value;
}

CaseReference reference(const Json& object) {
  const std::string typed = text(object, "reference");
  const std::optional<CaseReference> parsed = parse_case_reference(typed);
  if (!parsed || parsed->value != typed) throw Broken{"\"reference\" is malformed"};
  return *parsed;
}

UtcMs instant(const Json& object, const char* name) {
  const std::optional<UtcMs> time = parse_rfc3339(text(object, name));
  if (!time) throw Broken{std::string("\"") + name + "\" is no instant"};
  return *time;
}

void expect_fields(const Json& object, std::initializer_list<std::string_view> names) {
  if (!object.is_object()) throw Broken{"is not an object"};
  if (object.size() != names.size()) throw Broken{"has too few or unknown fields"};
}

forms::Answer read_answer(const Json& values) {
  if (!values.is_array() || values.size() > kMostAnswers) throw Broken{"an answer is no list of texts"};
  forms::Answer answer;
  for (const Json& value : values) {
    if (!value.is_string() || value.get_ref<const std::string&>().size() > kMostValueBytes)
      throw Broken{"an answer is no text or too long"};
    answer.values.emplace_back(value.get_ref<const std::string&>());
  }
  return answer;
}

forms::Answers read_answers(const Json& json) {
  if (!json.is_object() || json.size() > kMostAnswers) throw Broken{"\"answers\" is malformed"};
  forms::Answers answers;
  for (const auto& [question, values] : json.items()) {
    if (!is_name(question, 64)) throw Broken{"\"answers\" names a malformed question"};
    answers.emplace(QuestionId{question}, read_answer(values));
  }
  return answers;
}

Submission read_submission(const Json& json) {
  expect_fields(json, {"id", "reference", "access_code", "form", "form_version", "language", "created", "answers"});
  Submission submission;
  submission.id = {checked(json, "id", is_uuid_v4)};
  submission.reference = reference(json);
  const std::string code = text(json, "access_code");
  const std::optional<Secret> parsed = parse_access_code(code);
  if (!parsed || parsed->view() != code) throw Broken{"\"access_code\" is malformed"};
  submission.access_code = *parsed;
  submission.form = {checked(json, "form", [](const std::string& id) { return is_name(id, 64); })};
  const Json& version = field(json, "form_version");
  if (!version.is_number_unsigned() || version.get<std::uint64_t>() < 1 || version.get<std::uint64_t>() > 1'000'000)
    throw Broken{"\"form_version\" is malformed"};
  submission.form_version = version.get<int>();
  submission.language = checked(json, "language", [](const std::string& code_of) {
    return code_of.size() >= 2 && code_of.size() <= 8 &&
           code_of.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") == std::string::npos;
  });
  submission.created = instant(json, "created");
  submission.answers = read_answers(field(json, "answers"));
  return submission;
}

Receipt read_receipt(const Json& json) {
  expect_fields(json, {"submission_id", "reference", "digest", "received", "signature"});
  Receipt receipt;
  receipt.id = {checked(json, "submission_id", is_uuid_v4)};
  receipt.reference = reference(json);
  receipt.digest = checked(json, "digest", [](const std::string& hex) {
    return hex.size() == 64 && hex.find_first_not_of("0123456789abcdef") == std::string::npos;
  });
  receipt.received = instant(json, "received");
  receipt.signature = checked(json, "signature", [](const std::string& base64) { return base64.size() == 88; });
  return receipt;
}

template <class T>
Result<T> decode(std::string_view json, const char* what, T (*read)(const Json&)) {
  const auto broken = [what](const std::string& why) { return fail(ErrorCode::bad_input, std::string(what) + " " + why); };
  if (json.size() > kMostBytes) return broken("is too long");
  try {
    return read(parse_strictly(json));
  } catch (const Broken& fault) {
    return broken(fault.what);
  } catch (const Json::exception&) {
    return broken("is not JSON");
  }
}

}  // namespace

Secret to_json(const Submission& submission) {
  Json answers = Json::object();
  for (const auto& [question, answer] : submission.answers) {
    Json& values = answers[question.value] = Json::array();
    for (const Secret& value : answer.values) values.push_back(std::string(value.view()));
  }
  const Json json{{"id", submission.id.value},
                  {"reference", submission.reference.value},
                  {"access_code", std::string(submission.access_code.view())},
                  {"form", submission.form.value},
                  {"form_version", submission.form_version},
                  {"language", submission.language},
                  {"created", to_rfc3339(submission.created)},
                  {"answers", std::move(answers)}};
  return Secret(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<Submission> submission_from_json(std::string_view json) { return decode(json, "submission", read_submission); }

std::string to_json(const Receipt& receipt) {
  return Json{{"submission_id", receipt.id.value},
              {"reference", receipt.reference.value},
              {"digest", receipt.digest},
              {"received", to_rfc3339(receipt.received)},
              {"signature", receipt.signature}}
      .dump();
}

Result<Receipt> receipt_from_json(std::string_view json) { return decode(json, "receipt", read_receipt); }

}  // namespace lotsen
