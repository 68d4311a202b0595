#include "tests/architecture/import_rules.h"

#include <algorithm>
#include <functional>

namespace lotsen::architecture {

namespace {

using Folders = std::set<std::string>;

Folders with(const Folders& more, Folders folders) {
  folders.insert(more.begin(), more.end());
  return folders;
}

// What anything in the backend may use of the services that both programs share.
const Folders kShared = {"services/core", "services/forms", "services/submission", "services/sealing"};

ImportRules service_rules() {
  return {{"services/core", {}},
          {"services/config", {"services/core"}},
          {"services/i18n", {"services/core"}},
          {"services/text", {"services/core"}},
          {"services/forms", {"services/core"}},
          {"services/submission", {"services/core", "services/forms"}},
          {"services/sealing", {"services/core", "services/submission"}},
          {"services/storage", {"services/core"}},
          {"services/http", {"services/core"}}};
}

// main.cpp on api on use cases on store on the two that know no case: work (threads) and metrics.
ImportRules backend_rules() {
  const Folders below_store = with(kShared, {"services/backend/work", "services/backend/metrics"});
  const Folders use_case = with(below_store, {"services/backend/store"});
  const Folders cases = with(use_case, {"services/backend/fleet", "services/backend/publishing"});
  const Folders api = with(cases, {"services/backend/cases", "services/backend/help", "services/config"});
  return {{"services/backend/metrics", {"services/core"}},
          {"services/backend/work", {"services/core", "services/backend/metrics"}},
          {"services/backend/store", with(below_store, {"services/storage"})},
          {"services/backend/fleet", use_case},
          {"services/backend/publishing", use_case},
          {"services/backend/help", with(use_case, {"services/backend/fleet"})},
          {"services/backend/cases", cases},
          {"services/backend/api", api},
          {"services/backend", with(api, {"services/backend/api", "services/storage"})}};
}

ImportRules kiosk_rules() {
  const Folders screens = {"kiosk/app",      "kiosk/ui",      "services/i18n",
                           "services/forms", "services/core", "services/submission"};
  return {{"kiosk/app", {"services/core", "services/forms", "services/submission"}},
          {"kiosk/ui", {"services/core", "services/i18n", "services/text"}},
          {"kiosk/screens", screens},
          {"kiosk/outbox", {"services/core", "services/submission", "services/storage"}},
          {"kiosk/delivery", {"services/core", "services/submission", "services/sealing", "services/http"}},
          {"kiosk/runtime",
           {"kiosk/app", "kiosk/outbox", "kiosk/delivery", "services/core", "services/submission",
            "services/sealing", "services/http"}},
          {"kiosk/visits", {"services/core"}},
          {"kiosk/shell", with(screens, {"kiosk/screens", "kiosk/runtime", "kiosk/visits", "services/text",
                                         "services/config"})}};
}

// main.cpp of the kiosk builds everything, so it may include everything but the backend.
void let_main_compose(ImportRules& rules) {
  Folders all;
  for (const auto& [folder, imports] : rules) all.insert(folder);
  rules["kiosk"] = all;
}

std::string repository_folder(const std::string& include) {
  return is_product(include) || include.starts_with("tests/") ? folder_of(include) : "";
}

ImportRules imports_of(const SourceFiles& files) {
  ImportRules imports;
  for (const SourceFile& file : files) {
    if (!is_product(file.path) || !is_cpp(file.path)) continue;
    for (const Include& include : includes_of(file)) {
      const std::string target = repository_folder(include.name);
      if (include.ours && target != folder_of(file.path)) imports[folder_of(file.path)].insert(target);
    }
  }
  return imports;
}

void check_file(const SourceFile& file, const ImportRules& rules, Offences& offences) {
  const std::string folder = folder_of(file.path);
  const auto rule = rules.find(folder);
  if (rule == rules.end()) {
    offences.push_back(file.path + ": no rule says what " + folder + " may import");
    return;
  }
  for (const Include& include : includes_of(file)) {
    const std::string target = repository_folder(include.name);
    if (!include.ours || target == folder || rule->second.contains(target)) continue;
    const std::string why = target.empty() ? " is not written from the root" : " is not allowed";
    offences.push_back(file.path + ": include of " + include.name + why);
  }
}

}  // namespace

const ImportRules& import_rules() {
  static const ImportRules kRules = [] {
    ImportRules rules = service_rules();
    rules.merge(kiosk_rules());
    let_main_compose(rules);
    rules.merge(backend_rules());
    return rules;
  }();
  return kRules;
}

Offences forbidden_imports(const SourceFiles& files, const ImportRules& rules) {
  Offences offences;
  for (const SourceFile& file : files) {
    if (is_product(file.path) && is_cpp(file.path)) check_file(file, rules, offences);
  }
  return offences;
}

Offences import_cycles(const SourceFiles& files) {
  return import_cycles(imports_of(files));
}

Offences import_cycles(const ImportRules& imports) {
  Offences cycles;
  std::vector<std::string> path;
  std::set<std::string> done;
  const std::function<void(const std::string&)> walk = [&](const std::string& folder) {
    const auto seen = std::find(path.begin(), path.end(), folder);
    if (seen != path.end()) {
      std::string cycle;
      for (auto step = seen; step != path.end(); ++step) cycle += *step + " -> ";
      cycles.push_back(cycle + folder);
      return;
    }
    if (!done.insert(folder).second) return;
    path.push_back(folder);
    if (const auto found = imports.find(folder); found != imports.end())
      for (const std::string& next : found->second) walk(next);
    path.pop_back();
  };
  for (const auto& [folder, targets] : imports) walk(folder);
  return cycles;
}

}  // namespace lotsen::architecture
