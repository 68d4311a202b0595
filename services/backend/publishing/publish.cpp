#include "services/backend/publishing/publish.h"

#include "services/backend/publishing/canonical_json.h"
#include "services/forms/form_json.h"
#include "services/sealing/envelope.h"

namespace lotsen::publishing {
namespace fs = std::filesystem;
namespace {

Result<store::FormVersion> version_of(const forms::Form& form, const std::string& source) {
  Result<std::string> canonical = canonical_json(source);
  if (!canonical) return tl::unexpected(canonical.error());
  std::string digest = sealing::digest(*canonical);
  return store::FormVersion{form.id, form.version, std::move(digest), std::move(*canonical)};
}

Error changed_without_number(const store::FormVersion& form) {
  return {ErrorCode::conflict, "forms/" + form.form.value +
                                   ".json changed without a new version number: give it \"version\": " +
                                   std::to_string(form.version + 1) + " or put version " +
                                   std::to_string(form.version) + " back as it was"};
}

Result<void> publish_all(store::Store& store, const std::vector<store::FormVersion>& forms, UtcMs now) {
  Result<void> outcome;
  const store::Store::Change publish = [&]() -> Result<void> {
    for (const store::FormVersion& form : forms) {
      outcome = store.publish_form(form, now);
      if (outcome) continue;
      if (outcome.error().code == ErrorCode::conflict) outcome = tl::unexpected(changed_without_number(form));
      return outcome;
    }
    return {};
  };
  const Result<void> committed = store.commit({&publish, 1});
  return committed ? outcome : committed;
}

Result<FormArchive> read_archive(store::Store& store, Log& log) {
  const auto kept = store.form_versions();
  if (!kept) return tl::unexpected(kept.error());
  FormArchive archive;
  for (const store::FormVersion& row : *kept) {
    Result<forms::Form> form = forms::parse_form(row.source, row.form.value + ".json");
    if (form) {
      archive.add({std::move(*form), row.digest, row.source});
    } else {
      log.alarm("form.kept_version_unreadable",
                {{"form", row.form.value}, {"version", row.version}, {"reason", form.error().detail}});
    }
  }
  return archive;
}

// Those that have a file now, broken or not; a form whose file is gone is no longer offered.
void offer_files_of(const fs::path& folder, FormArchive& archive) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const fs::path& file = entry.path();
    if (file.extension() == ".json" && file.filename() != "form.schema.json")
      archive.offer({file.stem().string()});
  }
}

void warn_of_older_files(const FormArchive& archive, const std::vector<forms::Form>& loaded, Log& log) {
  for (const PublishedForm* newest : archive.latest()) {
    for (const forms::Form& form : loaded) {
      if (form.id != newest->form.id || form.version >= newest->form.version) continue;
      log.warning("form.older_than_published",
                  {{"form", form.id.value}, {"file", form.version}, {"published", newest->form.version}});
    }
  }
}

}  // namespace

Result<FormArchive> publish_forms(store::Store& store, const fs::path& folder, const Clock& clock, Log& log) {
  std::error_code fault;
  if (!fs::is_directory(folder, fault)) {
    return fail(ErrorCode::not_found, "no forms folder at " + folder.string() + "; set forms_dir");
  }
  const forms::LoadedForms loaded = forms::load_forms(folder);
  for (const Error& broken : loaded.faults) log.alarm("form.broken", {{"reason", broken.detail}});
  std::vector<store::FormVersion> versions;
  for (std::size_t i = 0; i < loaded.forms.size(); ++i) {
    Result<store::FormVersion> version = version_of(loaded.forms[i], loaded.sources[i]);
    if (!version) return tl::unexpected(version.error());
    versions.push_back(std::move(*version));
  }
  if (Result<void> done = publish_all(store, versions, clock.utc_ms()); !done)
    return tl::unexpected(done.error());
  Result<FormArchive> archive = read_archive(store, log);
  if (!archive) return archive;
  offer_files_of(folder, *archive);
  warn_of_older_files(*archive, loaded.forms, log);
  return archive;
}

}  // namespace lotsen::publishing
