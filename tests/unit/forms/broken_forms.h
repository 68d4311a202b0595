// A small sound form and the ways to break it: each replaces one place of the text and names the one line
// that the fault must give. Used by the reader's tests and by the schema's.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lotsen::tests {

inline constexpr std::string_view kSmallForm = R"({
  "id": "small", "version": 4, "level": 3,
  "title": {"sv": "Liten", "en": "Small"},
  "summary": {"sv": "En liten tjänst."},
  "department": {"sv": "Förvaltningen"},
  "case_type": "test.small", "rosa": 2, "minutes": 5, "retention_days": 30,
  "at_hand": [{"sv": "Penna"}],
  "steps": [
    {"id": "first", "title": {"sv": "Ett"}, "questions": [
      {"id": "color", "kind": "choice", "label": {"sv": "Vilken?"}, "options": [
        {"id": "red", "label": {"sv": "Röd"}}, {"id": "blue", "label": {"sv": "Blå"}}]},
      {"id": "name", "kind": "text", "label": {"sv": "Namn"}, "max_length": 20, "required": false}]},
    {"id": "second", "title": {"sv": "Två"}, "questions": [
      {"id": "phone", "kind": "phone", "label": {"sv": "Telefon"},
       "show_when": {"all": [{"question": "color", "any_of": ["red"]},
                             {"any": [{"question": "color", "none_of": ["blue"]}]}]}}]}
  ]
})";

struct BrokenForm {
  std::string from;
  std::string to;
  std::string fault;           // after "small.json: at "
  bool against_schema = true;  // whether the published schema can say so too
};

inline std::string broken(const BrokenForm& form) {
  std::string text(kSmallForm);
  const std::size_t at = text.find(form.from);
  return at == text.npos ? std::string() : text.replace(at, form.from.size(), form.to);
}

inline std::vector<BrokenForm> broken_json() {
  const std::string deep(
      R"("show_when": {"all": [{"all": [{"all": [{"question": "color", "any_of": ["red"]},)");
  return {
      {"\"version\": 4,", "\"version\": 4",
       "byte 39: is not JSON; look for a missing comma, quote or bracket"},
      {"\"version\": 4", "\"version\": 1e999", "byte 35: has a number that is too large"},
      {"Liten", "\xC3\x28", "/: is not UTF-8; save it with that encoding"},
      {"Liten", "\xED\xA0\x80", "/: is not UTF-8; save it with that encoding"},
      {"\"rosa\": 2", R"("rosa": 2, "rosa": 3)", "/: has \"rosa\" twice; remove one"},
      {"{\"sv\": \"Ett\"}", R"({"sv": "Ett", "\u0073v": "Tu"})",
       "/steps/0/title: has \"sv\" twice; remove one"},
      {R"("id": "blue",)", R"("id": "blue", "id": "red",)",
       "/steps/0/questions/0/options/1: has \"id\" twice; remove one"},
      {R"("show_when": {"all": [{"question": "color", "any_of": ["red"]},)", deep + "{}]}, {}]},",
       "/: is nested too deeply; at most 12 levels"},
  };
}

inline std::vector<BrokenForm> broken_heads() {
  const std::string sv = R"({"sv": "Liten", "en": "Small"})";
  return {
      {"\"id\": \"small\", ", "", "/: needs \"id\""},
      {"\"id\": \"small\"", "\"id\": \"large\"", "/id: must be the file's name without .json", false},
      {"\"id\": \"small\"", "\"id\": \"Small\"", "/id: must be 1 to 64 of a-z, 0-9 and _"},
      {"\"id\": \"small\"", "\"id\": 7", "/id: must be a text"},
      {"\"version\": 4", "\"version\": 0", "/version: must be from 1 to 1000000"},
      {"\"version\": 4", "\"version\": 1000001", "/version: must be from 1 to 1000000"},
      {"\"version\": 4", "\"version\": 18446744073709551615", "/version: must be from 1 to 1000000"},
      {"\"version\": 4", "\"version\": -9223372036854775808", "/version: must be from 1 to 1000000"},
      {"\"version\": 4", "\"version\": 1.5", "/version: must be a whole number, 1 to 1000000"},
      {"\"version\": 4", "\"version\": \"4\"", "/version: must be a whole number, 1 to 1000000"},
      {"\"version\": 4, ", "", "/: needs \"version\""},
      {"\"level\": 3", "\"level\": 6", "/level: must be from 1 to 5"},
      {"\"rosa\": 2", "\"rosa\": 7", "/rosa: must be from 1 to 6"},
      {"\"minutes\": 5", "\"minutes\": 0", "/minutes: must be from 1 to 120"},
      {"\"minutes\": 5", "\"minutes\": 5, \"handling_days\": 366", "/handling_days: must be from 0 to 365"},
      {"\"retention_days\": 30", "\"retention_days\": null",
       "/retention_days: must be a whole number, 1 to 36500"},
      {sv, "\"Liten\"", "/title: must be an object with a text for each language, \"sv\" first"},
      {sv, "{\"en\": \"Small\"}", "/title: needs a text in Swedish, \"sv\""},
      {"\"Liten\"", "\" \"", "/title/sv: must not be empty; write the text or remove the field"},
      {"\"Small\"", "\"\"", "/title/en: must not be empty; write the text or remove the field"},
      {"\"Small\"", "3", "/title/en: must be a text"},
      {"\"Small\"", "\"" + std::string(1001, 'x') + "\"",
       "/title/en: must be at most 1000 characters; shorten it"},
      {"\"Small\"", "\"a\\u0000b\"", "/title/en: has a control character; remove it", false},
      {"\"en\"", "\"e\"", "/title: has \"e\", which is no language code such as \"sv\" or \"en\""},
      {"\"en\"", "\"en-\"", "/title: has \"en-\", which is no language code such as \"sv\" or \"en\""},
      {"\"en\"", "\"en\\nGB\"", "/title: has \"en?GB\", which is no language code such as \"sv\" or \"en\""},
      {"test.small", "Test Small", "/case_type: must be 1 to 64 of a-z, 0-9, _ and dots"},
      {"[{\"sv\": \"Penna\"}]", "{}", "/at_hand: must be a list [ … ]"},
      {"[{\"sv\": \"Penna\"}]", "[\"Penna\"]",
       "/at_hand/0: must be an object with a text for each language, \"sv\" first"},
      {"\"rosa\"", "\"color\": 1, \"rosa\"", "/: has an unknown field \"color\"; remove or rename it"},
  };
}

inline std::vector<BrokenForm> broken_questions() {
  const std::string color = "/steps/0/questions/0";
  const std::string name = "/steps/0/questions/1";
  const std::string options =
      R"([
        {"id": "red", "label": {"sv": "Röd"}}, {"id": "blue", "label": {"sv": "Blå"}}])";
  return {
      {"\"id\": \"second\"", "\"id\": \"first\"", "/steps/1/id: is used by another step; choose another",
       false},
      {"\"id\": \"name\"", "\"id\": \"color\"", name + "/id: is used by another question; choose another",
       false},
      {R"("label": {"sv": "Namn"}, )", "", name + ": needs \"label\""},
      {"\"kind\": \"text\"", "\"kind\": \"number\"",
       name + "/kind: must be one of text, long_text, choice, phone, email"},
      {"\"kind\": \"text\", ", "", name + ": needs \"kind\""},
      {"\"kind\": \"phone\"", "\"kind\": \"phone\", \"max_length\": 9",
       "/steps/1/questions/0: has an unknown field \"max_length\"; remove or rename it"},
      {"\"kind\": \"text\"", "\"kind\": \"text\", \"options\": []",
       name + ": has an unknown field \"options\"; remove or rename it"},
      {"\"max_length\": 20", "\"max_length\": 10001", name + "/max_length: must be from 1 to 10000"},
      {"\"required\": false", "\"required\": 0", name + "/required: must be true or false"},
      {"\"options\": " + options, "\"hint\": {\"sv\": \"x\"}", color + ": needs \"options\""},
      {options, R"([{"id": "red", "label": {"sv": "Röd"}}])", color + "/options: needs at least two options"},
      {"\"id\": \"blue\"", "\"id\": \"red\"", color + "/options: has \"red\" twice; option ids must differ",
       false},
      {R"("label": {"sv": "Röd"})", R"("text": 1)", color + "/options/0: needs \"label\""},
      {R"({"id": "red",)", R"({"show_when": {}, "id": "red",)",
       color + "/options/0: has an unknown field \"show_when\"; remove or rename it"},
      {R"({"id": "red", "label": {"sv": "Röd"}})", "7", color + "/options/0: must be an object { … }"},
      {"\"id\": \"first\", ", "", "/steps/0: needs \"id\""},
  };
}

inline std::vector<BrokenForm> broken_conditions() {
  const std::string when = "/steps/1/questions/0/show_when";
  const std::string leaf = R"({"question": "color", "any_of": ["red"]})";
  const std::string any = R"({"any": [{"question": "color", "none_of": ["blue"]}]})";
  return {
      {"\"question\": \"color\", \"any", "\"question\": \"colour\", \"any",
       when + "/all/0/question: there is no question \"colour\" before this one", false},
      {"\"question\": \"color\", \"any", "\"question\": \"phone\", \"any",
       when + "/all/0/question: there is no question \"phone\" before this one", false},
      {"\"question\": \"color\", \"any", "\"question\": \"name\", \"any",
       when + "/all/0/question: the question \"name\" is no choice; point at one", false},
      {"[\"red\"]", "[\"green\"]", when + "/all/0: the question \"color\" has no option \"green\"", false},
      {"[\"blue\"]", "[\"\"]", when + "/all/1/any/0/none_of/0: must be 1 to 64 of a-z, 0-9 and _"},
      {"[\"red\"]", "[]", when + "/all/0: needs at least one option to compare with"},
      {"[\"red\"]", "\"red\"", when + "/all/0/any_of: must be a list [ … ]"},
      {leaf, R"({"question": "color"})", when + "/all/0: needs \"any_of\""},
      {leaf, R"({"any_of": ["red"]})", when + "/all/0: needs \"question\""},
      {leaf, R"({"question": "color", "any_of": ["red"], "none_of": ["blue"]})",
       when + "/all/0: has an unknown field \"any_of\"; remove or rename it"},
      {leaf, R"({"all": [], "any": []})", when + "/all/0: has an unknown field \"any\"; remove or rename it"},
      {any, R"({"any": []})", when + "/all/1/any: needs at least one condition"},
      {leaf, "true", when + "/all/0: must be an object { … }"},
  };
}

// All whose JSON is sound: what the schema is asked about.
inline std::vector<BrokenForm> misshapen_forms() {
  std::vector<BrokenForm> all = broken_heads();
  for (auto& more : {broken_questions(), broken_conditions()})
    all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace lotsen::tests
