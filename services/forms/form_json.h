// Reading forms. A fault names file, place (JSON pointer) and mend, in one line each.
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "services/core/result.h"
#include "services/forms/form.h"

namespace lotsen::forms {

// `name` is the file's name, for messages; the form's id must be its stem. Any bytes are safe to hand over.
// Checked: JSON, the published schema's rules, then meaning (ids unique, conditions point backwards at
// questions and options that exist, Swedish texts there, limits: 256 KiB, depth 8, 200 questions).
Result<Form> parse_form(std::string_view json, std::string_view name);

struct LoadedForms {
  std::vector<Form> forms;          // sorted by id
  std::vector<std::string> sources; // the JSON text of each, same order
  std::vector<Error> faults;        // files that were left out, each with its reason
};
LoadedForms load_forms(const std::filesystem::path& folder);  // every *.json but form.schema.json

}  // namespace lotsen::forms
