#include "services/forms/form_json.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "services/forms/checks.h"
#include "services/forms/meaning.h"
#include "services/forms/strict_json.h"

namespace lotsen::forms {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 256 * 1024;
constexpr std::size_t kMostLevels = 12;
constexpr int kMostCharacters = 1'000;  // of one text

// What is wrong and where; thrown inside this file only, turned into a Result at its edge.
struct Broken {
  std::string place;
  std::string what;
};

// A name out of the file, as it may stand in one line of a log.
std::string printable(std::string_view name) {
  std::string shown(name.substr(0, 80));
  std::ranges::replace_if(
      shown, [](char c) { return c < ' ' || c > '~'; }, '?');
  return shown;
}

std::string in_quotes(std::string_view name) {
  return '"' + printable(name) + '"';
}

std::string read_text(const Json& json, const std::string& place) {
  if (!json.is_string()) throw Broken{place, "must be a text"};
  const auto& text = json.get_ref<const std::string&>();
  if (trimmed(text).empty()) throw Broken{place, "must not be empty; write the text or remove the field"};
  const std::optional<int> length = code_points(text);
  if (!length) throw Broken{place, "has a control character; remove it"};
  if (*length > kMostCharacters) throw Broken{place, "must be at most 1000 characters; shorten it"};
  return text;
}

std::string read_id(const Json& json, const std::string& place) {
  if (!json.is_string()) throw Broken{place, "must be a text"};
  const auto& id = json.get_ref<const std::string&>();
  if (!is_id(id)) throw Broken{place, "must be 1 to 64 of a-z, 0-9 and _"};
  return id;
}

// "teknik.felanmalan": what case systems take for a label.
std::string read_case_type(const Json& json, const std::string& place) {
  std::string label = read_text(json, place);
  const bool good =
      label.size() <= 64 && label.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.") == label.npos;
  if (!good) throw Broken{place, "must be 1 to 64 of a-z, 0-9, _ and dots"};
  return label;
}

LocalizedText read_localized(const Json& json, const std::string& place) {
  if (!json.is_object()) throw Broken{place, "must be an object with a text for each language, \"sv\" first"};
  LocalizedText result;
  for (const auto& [language, text] : json.items()) {
    if (!is_language_code(language))
      throw Broken{place,
                   "has " + in_quotes(language) + ", which is no language code such as \"sv\" or \"en\""};
    result.by_language[language] = read_text(text, place + "/" + language);
  }
  if (!result.has("sv")) throw Broken{place, "needs a text in Swedish, \"sv\""};
  return result;
}

// A JSON object at its place (JSON pointer, RFC 6901), read field by field; done() finds what nobody asked
// for.
class Object {
 public:
  Object(const Json& json, std::string place) : json_(json), place_(std::move(place)) {
    if (!json_.is_object()) throw Broken{place_, "must be an object { … }"};
  }

  std::string place_of(const char* key) const { return place_ + "/" + key; }
  bool has(const char* key) const { return json_.contains(key); }

  const Json& need(const char* key) {
    seen_.insert(key);
    if (!json_.contains(key)) throw Broken{place_, std::string("needs \"") + key + "\""};
    return json_[key];
  }

  std::string text(const char* key) { return read_text(need(key), place_of(key)); }
  void ignore(const char* key) { seen_.insert(key); }

  int number(const char* key, int least, int most) {
    const Json& value = need(key);
    const auto range = std::to_string(least) + " to " + std::to_string(most);
    if (!value.is_number_integer()) throw Broken{place_of(key), "must be a whole number, " + range};
    const auto wide = value.get<std::int64_t>();
    if (wide < least || wide > most) throw Broken{place_of(key), "must be from " + range};
    return static_cast<int>(wide);
  }
  int number_or(const char* key, int least, int most, int otherwise) {
    return has(key) ? number(key, least, most) : otherwise;
  }

  bool flag_or(const char* key, bool otherwise) {
    if (!has(key)) return otherwise;
    const Json& value = need(key);
    if (!value.is_boolean()) throw Broken{place_of(key), "must be true or false"};
    return value.get<bool>();
  }

  std::string id(const char* key) { return read_id(need(key), place_of(key)); }

  LocalizedText localized(const char* key) { return read_localized(need(key), place_of(key)); }
  LocalizedText localized_or_none(const char* key) { return has(key) ? localized(key) : LocalizedText(); }

  template <class Read>
  auto list(const char* key, Read read) {
    const Json& values = need(key);
    if (!values.is_array()) throw Broken{place_of(key), "must be a list [ … ]"};
    std::vector<decltype(read(values[0], std::string()))> result;
    for (std::size_t i = 0; i < values.size(); ++i)
      result.push_back(read(values[i], place_of(key) + "/" + std::to_string(i)));
    return result;
  }

  void done() const {
    for (const auto& [key, value] : json_.items()) {
      if (!seen_.contains(key))
        throw Broken{place_, "has an unknown field " + in_quotes(key) + "; remove or rename it"};
    }
  }

 private:
  const Json& json_;
  std::string place_;
  std::set<std::string> seen_;
};

Condition read_condition(const Json& json, const std::string& place) {
  Object object(json, place);
  Condition condition;
  if (object.has("all"))
    condition.rule = All{object.list("all", read_condition)};
  else if (object.has("any"))
    condition.rule = Any{object.list("any", read_condition)};
  else {
    const QuestionId question{object.id("question")};
    if (object.has("none_of"))
      condition.rule = NoneOf{question, object.list("none_of", read_id)};
    else
      condition.rule = AnyOf{question, object.list("any_of", read_id)};
  }
  object.done();
  return condition;
}

Option read_option(const Json& json, const std::string& place) {
  Object object(json, place);
  Option option{{object.id("id")}, object.localized("label")};
  object.done();
  return option;
}

QuestionKind read_kind(Object& object) {
  const std::string kind = object.text("kind");
  if (kind == "text") return TextKind{false, object.number_or("max_length", 1, 10'000, 200)};
  if (kind == "long_text") return TextKind{true, object.number_or("max_length", 1, 10'000, 1'000)};
  if (kind == "choice") return ChoiceKind{object.list("options", read_option)};
  if (kind == "phone") return PhoneKind{};
  if (kind == "email") return EmailKind{};
  throw Broken{object.place_of("kind"), "must be one of text, long_text, choice, phone, email"};
}

Question read_question(const Json& json, const std::string& place) {
  Object object(json, place);
  Question question;
  question.id = {object.id("id")};
  question.label = object.localized("label");
  question.short_label = object.localized_or_none("short_label");
  question.hint = object.localized_or_none("hint");
  question.missing = object.localized_or_none("missing");
  question.required = object.flag_or("required", true);
  if (object.has("show_when"))
    question.show_when = read_condition(object.need("show_when"), place + "/show_when");
  question.kind = read_kind(object);
  object.done();
  return question;
}

Step read_step(const Json& json, const std::string& place) {
  Object object(json, place);
  Step step{object.id("id"), object.localized("title"), object.list("questions", read_question)};
  object.done();
  return step;
}

Form read_form(const Json& json) {
  Object object(json, "");
  object.ignore("$schema");
  Form form;
  form.id = {object.id("id")};
  form.version = object.number("version", 1, 1'000'000);
  form.level = object.number("level", 1, 5);
  form.title = object.localized("title");
  form.summary = object.localized("summary");
  form.department = object.localized("department");
  form.case_type = read_case_type(object.need("case_type"), "/case_type");
  form.rosa = object.number("rosa", 1, 6);
  form.minutes = object.number("minutes", 1, 120);
  form.handling_days = object.number_or("handling_days", 0, 365, 0);
  form.retention_days = object.number("retention_days", 1, 36'500);
  if (object.has("at_hand")) form.at_hand = object.list("at_hand", read_localized);
  form.steps = object.list("steps", read_step);
  object.done();
  return form;
}

tl::unexpected<Error> broken(std::string_view name, const std::string& place, const std::string& what) {
  return fail(ErrorCode::bad_input,
              std::string(name) + ": at " + (place.empty() ? "/" : place) + ": " + what);
}

tl::unexpected<Error> broken(std::string_view name, const JsonFault& fault) {
  const std::string byte = "byte " + std::to_string(fault.byte);
  switch (fault.kind) {
    case JsonFault::Kind::not_utf8:
      return broken(name, "", "is not UTF-8; save it with that encoding");
    case JsonFault::Kind::not_json:
      return broken(name, byte, "is not JSON; look for a missing comma, quote or bracket");
    case JsonFault::Kind::number_too_large:
      return broken(name, byte, "has a number that is too large");
    case JsonFault::Kind::too_deep:
      return broken(name, "", "is nested too deeply; at most 12 levels");
    case JsonFault::Kind::key_twice:
      return broken(name, printable(fault.place), "has " + in_quotes(fault.key) + " twice; remove one");
  }
  return broken(name, "", "cannot be read as a form");
}

Result<Json> parse_json(std::string_view json, std::string_view name) {
  if (json.size() > kMostBytes)
    return broken(name, "", "is larger than 256 KiB; split it into several forms");
  if (const std::optional<JsonFault> fault = find_json_fault(json, kMostLevels)) return broken(name, *fault);
  return Json::parse(json);
}

Result<Form> form_from(const Json& json, std::string_view name) {
  try {
    Form form = read_form(json);
    if (form.id.value != std::filesystem::path(name).stem().string())
      return broken(name, "/id", "must be the file's name without .json");
    if (const std::optional<MeaningFault> fault = find_meaning_fault(form))
      return broken(name, fault->place, fault->what);
    return form;
  } catch (const Broken& fault) {
    return broken(name, fault.place, fault.what);
  }
}

Result<std::string> read_file(const std::filesystem::path& file) {
  std::error_code ignored;
  std::ifstream in;
  // Opening a pipe would wait for its other end; reading a folder would throw.
  if (std::filesystem::is_regular_file(file, ignored)) in.open(file, std::ios::binary);
  std::string bytes(kMostBytes + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in.is_open() || in.bad())
    return fail(ErrorCode::io,
                file.filename().string() + ": cannot be read; is it a file, and who may read it?");
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  return bytes;
}

Result<void> load_form(const std::filesystem::path& file, LoadedForms& loaded) {
  const std::string name = file.filename().string();
  const Result<std::string> bytes = read_file(file);
  if (!bytes) return tl::unexpected(bytes.error());
  Result<Json> json = parse_json(*bytes, name);
  if (!json) return tl::unexpected(json.error());
  Result<Form> form = form_from(*json, name);
  if (!form) return tl::unexpected(form.error());
  json->erase("$schema");
  loaded.forms.push_back(std::move(*form));
  loaded.sources.push_back(json->dump());
  return {};
}

}  // namespace

Result<Form> parse_form(std::string_view json, std::string_view name) {
  const Result<Json> parsed = parse_json(json, name);
  if (!parsed) return tl::unexpected(parsed.error());
  return form_from(*parsed, name);
}

LoadedForms load_forms(const std::filesystem::path& folder) {
  LoadedForms loaded;
  std::error_code error;
  std::vector<std::filesystem::path> files;
  std::filesystem::directory_iterator entry(folder, error);
  for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    const std::filesystem::path& file = entry->path();
    if (file.extension() == ".json" && file.filename() != "form.schema.json") files.push_back(file);
  }
  if (error)
    loaded.faults.push_back(
        {ErrorCode::not_found, "forms folder " + folder.string() + ": " + error.message()});
  std::ranges::sort(files);
  for (const std::filesystem::path& file : files) {
    const Result<void> outcome = load_form(file, loaded);
    if (!outcome) loaded.faults.push_back(outcome.error());
  }
  return loaded;
}

}  // namespace lotsen::forms
