#include <nlohmann/json.hpp>

#include "services/core/random.h"
#include "services/core/reference.h"
#include "services/forms/checks.h"
#include "services/forms/strict_json.h"
#include "services/submission/submission.h"

namespace lotsen {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 256 * 1024;
constexpr std::size_t kMostAnswers = 500;
constexpr std::size_t kMostValueBytes =
    4 * 10'000;                         // the longest text a form may allow, each character of 4 bytes
constexpr std::size_t kMostLevels = 3;  // the submission, its answers, the values of one

// Names the field, never what it holds. Thrown in this file only.
struct Broken {
  std::string what;
};

// 64 bytes in base64.
bool is_signature(std::string_view text) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  return text.size() == 88 && text.ends_with("==") && text.find_first_not_of(kAlphabet) == 86;
}

bool is_sha256(std::string_view text) {
  return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == text.npos;
}

Json parse_strictly(std::string_view text) {
  using Kind = forms::JsonFault::Kind;
  const std::optional<forms::JsonFault> fault = forms::find_json_fault(text, kMostLevels);
  if (!fault) return Json::parse(text);
  switch (fault->kind) {
    case Kind::key_twice:
      throw Broken{"has a field twice"};
    case Kind::too_deep:
      throw Broken{"is nested too deeply"};
    case Kind::number_too_large:
      throw Broken{"has a number that is too large"};
    case Kind::not_utf8:
    case Kind::not_json:
      break;
  }
  throw Broken{"is not JSON"};
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

void expect_fields(const Json& object, std::initializer_list<const char*> names) {
  if (!object.is_object()) throw Broken{"is not an object"};
  for (const char* name : names) field(object, name);
  if (object.size() != names.size()) throw Broken{"has an unknown field"};
}

Secret access_code(const Json& object) {
  const Secret typed(text(object, "access_code"));
  const std::optional<Secret> parsed = parse_access_code(typed.view());
  if (!parsed || !(*parsed == typed)) throw Broken{"\"access_code\" is malformed"};
  return *parsed;
}

int form_version(const Json& object) {
  const Json& version = field(object, "form_version");
  if (!version.is_number_unsigned() || version.get<std::uint64_t>() < 1 ||
      version.get<std::uint64_t>() > 1'000'000)
    throw Broken{"\"form_version\" is malformed"};
  return version.get<int>();
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
    if (!forms::is_id(question)) throw Broken{"\"answers\" names a malformed question"};
    answers.emplace(QuestionId{question}, read_answer(values));
  }
  return answers;
}

Submission read_submission(const Json& json) {
  expect_fields(json,
                {"id", "reference", "access_code", "form", "form_version", "language", "created", "answers"});
  Submission submission;
  submission.id = {checked(json, "id", is_random_uuid)};
  submission.reference = reference(json);
  submission.access_code = access_code(json);
  submission.form = {checked(json, "form", forms::is_id)};
  submission.form_version = form_version(json);
  submission.language = checked(json, "language", forms::is_language_code);
  submission.created = instant(json, "created");
  submission.answers = read_answers(field(json, "answers"));
  return submission;
}

Receipt read_receipt(const Json& json) {
  expect_fields(json, {"submission_id", "reference", "digest", "received", "signature"});
  Receipt receipt;
  receipt.id = {checked(json, "submission_id", is_random_uuid)};
  receipt.reference = reference(json);
  receipt.digest = checked(json, "digest", is_sha256);
  receipt.received = instant(json, "received");
  receipt.signature = checked(json, "signature", is_signature);
  return receipt;
}

template <class T>
Result<T> decode(std::string_view json, const char* what, T (*read)(const Json&)) {
  const auto broken = [what](const std::string& why) {
    return fail(ErrorCode::bad_input, std::string(what) + " " + why);
  };
  if (json.size() > kMostBytes) return broken("is too long");
  try {
    return read(parse_strictly(json));
  } catch (const Broken& fault) {
    return broken(fault.what);
  }
}

}  // namespace

Result<Submission> submission_from_json(std::string_view json) {
  return decode(json, "submission", read_submission);
}

std::string to_json(const Receipt& receipt) {
  return Json{{"submission_id", receipt.id.value},
              {"reference", receipt.reference.value},
              {"digest", receipt.digest},
              {"received", to_rfc3339(receipt.received)},
              {"signature", receipt.signature}}
      .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<Receipt> receipt_from_json(std::string_view json) {
  return decode(json, "receipt", read_receipt);
}

}  // namespace lotsen
