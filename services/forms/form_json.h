// Reading forms. A fault names file, place (JSON pointer) and mend, in one line each.
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "services/core/result.h"
#include "services/forms/form.h"

namespace lotsen::forms {

// `name` is the file's name, for messages; the form's id must be its stem. Any bytes are safe to hand over.
// Checked: JSON (no key twice, 256 KiB, 12 levels), the rules of the published form.schema.json, then meaning
// (ids unique, conditions point backwards at choices and options that exist, 200 questions whose answers fit
// into one envelope). The schema itself is for editors and tests: reading by it would cost the kiosk more of
// its start than all the rest of a form.
Result<Form> parse_form(std::string_view json, std::string_view name);

struct LoadedForms {
  std::vector<Form> forms;           // sorted by id
  std::vector<std::string> sources;  // the JSON of each in one line, same order; without "$schema", which is
                                     // the editors' and no part of the form
  std::vector<Error> faults;         // files that were left out, each with its reason
};
LoadedForms load_forms(const std::filesystem::path& folder);  // every *.json but form.schema.json

}  // namespace lotsen::forms
