#include "services/forms/form_json.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "services/forms/checks.h"
#include "services/forms/meaning.h"

namespace lotsen::forms {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMostBytes = 256 * 1024;
constexpr int kMostDepth = 12;

// What is wrong and where; thrown inside this file only, turned into a Result at its edge.
struct Broken {
  std::string place;
  std::string what;
};

// A JSON object at its place (JSON pointer, RFC 6901), read field by field; done() finds what nobody asked for.
class Object {
 public:
  Object(const Json& json, std::string place) : json_(json), place_(std::move(place)) {
    if (!json_.is_object()) throw Broken{place_, "must be an object { … }"};
  }

  const std::string& place() const { return place_; }
  std::string place_of(const char* key) const { return place_ + "/" + key; }
  bool has(const char* key) const { return json_.contains(key); }

  const Json& need(const char* key) {
    seen_.insert(key);
    if (!json_.contains(key)) throw Broken{place_, std::string("needs \"") + key + "\""};
    return json_[key];
  }

  std::string text(const char* key) {
    const Json& value = need(key);
    if (!value.is_string()) throw Broken{place_of(key), "must be a text"};
    return value.get<std::string>();
  }

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

  // Id of forms, questions and options: they become element ids, file names and URLs.
  std::string id(const char* key) {
    std::string value = text(key);
    const bool good = !value.empty() && value.size() <= 64 &&
                      value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos;
    if (!good) throw Broken{place_of(key), "must be 1 to 64 of a-z, 0-9 and _"};
    return value;
  }

  LocalizedText localized(const char* key) {
    Object texts(need(key), place_of(key));
    LocalizedText result;
    for (const auto& [language, value] : texts.json_.items()) {
      if (!value.is_string()) throw Broken{texts.place_of(language.c_str()), "must be a text"};
      result.by_language[language] = value.get<std::string>();
    }
    if (!result.has("sv") || trimmed(result.in("sv")).empty())
      throw Broken{texts.place(), "needs a text in Swedish, \"sv\""};
    return result;
  }
  LocalizedText localized_or_none(const char* key) { return has(key) ? localized(key) : LocalizedText(); }

  template <class Read>
  auto list(const char* key, Read read) {
    const Json& values = need(key);
    if (!values.is_array()) throw Broken{place_of(key), "must be a list [ … ]"};
    std::vector<decltype(read(values[0], std::string()))> result;
    for (std::size_t i = 0; i < values.size(); ++i) result.push_back(read(values[i], place_of(key) + "/" + std::to_string(i)));
    return result;
  }

  void done() const {
    for (const auto& [key, value] : json_.items()) {
      if (!seen_.contains(key)) throw Broken{place_, "has an unknown field \"" + key.substr(0, 40) + "\"; remove or rename it"};
    }
  }

 private:
  const Json& json_;
  std::string place_;
  std::set<std::string> seen_;
};

std::string read_word(const Json& json, const std::string& place) {
  if (!json.is_string()) throw Broken{place, "must be a text"};
  return json.get<std::string>();
}

Condition read_condition(const Json& json, const std::string& place) {
  Object object(json, place);
  Condition condition;
  if (object.has("all")) condition.rule = All{object.list("all", read_condition)};
  else if (object.has("any")) condition.rule = Any{object.list("any", read_condition)};
  else {
    const QuestionId question{object.id("question")};
    if (object.has("none_of")) condition.rule = NoneOf{question, object.list("none_of", read_word)};
    else condition.rule = AnyOf{question, object.list("any_of", read_word)};
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
  if (object.has("show_when")) question.show_when = read_condition(object.need("show_when"), place + "/show_when");
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

LocalizedText read_text(const Json& json, const std::string& place) {
  const Json wrapped{{"text", json}};
  Object object(wrapped, place);
  return object.localized("text");
}

Form read_form(const Json& json) {
  Object object(json, "");
  Form form;
  form.id = {object.id("id")};
  form.version = object.number("version", 1, 1'000'000);
  form.level = object.number("level", 1, 5);
  form.title = object.localized("title");
  form.summary = object.localized("summary");
  form.department = object.localized("department");
  form.case_type = object.text("case_type");
  form.rosa = object.number("rosa", 1, 6);
  form.minutes = object.number("minutes", 1, 120);
  form.handling_days = object.number_or("handling_days", 0, 365, 0);
  form.retention_days = object.number("retention_days", 1, 36'500);
  if (object.has("at_hand")) form.at_hand = object.list("at_hand", read_text);
  form.steps = object.list("steps", read_step);
  object.done();
  return form;
}

// Before anything recursive sees the bytes: a parser stack must not be the limit.
bool is_too_deep(std::string_view json) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kMostDepth) return true;
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return false;
}

tl::unexpected<Error> broken(std::string_view name, const std::string& place, const std::string& what) {
  return fail(ErrorCode::bad_input, std::string(name) + ": at " + (place.empty() ? "/" : place) + ": " + what);
}

std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Result<Form> parse_form(std::string_view json, std::string_view name) {
  if (json.size() > kMostBytes) return broken(name, "", "is larger than 256 KiB; split it into several forms");
  if (is_too_deep(json)) return broken(name, "", "is nested too deeply");
  try {
    Form form = read_form(Json::parse(json));
    if (const std::optional<MeaningFault> fault = find_meaning_fault(form)) return broken(name, fault->place, fault->what);
    if (form.id.value != std::filesystem::path(name).stem().string())
      return broken(name, "/id", "must be the file's name without .json");
    return form;
  } catch (const Broken& fault) {
    return broken(name, fault.place, fault.what);
  } catch (const Json::parse_error& error) {
    return broken(name, "byte " + std::to_string(error.byte), "is not JSON; look for a missing comma, quote or bracket");
  } catch (const Json::exception&) {
    return broken(name, "", "cannot be read as a form");
  }
}

LoadedForms load_forms(const std::filesystem::path& folder) {
  LoadedForms loaded;
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".json" && entry.path().filename() != "form.schema.json") files.push_back(entry.path());
  }
  if (error) loaded.faults.push_back({ErrorCode::not_found, "forms folder " + folder.string() + ": " + error.message()});
  std::ranges::sort(files);
  for (const std::filesystem::path& file : files) {
    std::string json = read_file(file);
    Result<Form> form = parse_form(json, file.filename().string());
    if (!form) {
      loaded.faults.push_back(form.error());
      continue;
    }
    loaded.forms.push_back(std::move(*form));
    loaded.sources.push_back(std::move(json));
  }
  return loaded;
}

}  // namespace lotsen::forms
