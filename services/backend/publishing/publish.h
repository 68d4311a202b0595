// Publishes the forms of a folder at the start of the backend.
#pragma once
#include <filesystem>

#include "services/backend/publishing/form_archive.h"
#include "services/backend/store/store.h"
#include "services/core/log.h"

namespace lotsen::publishing {

// Keeps every version of the folder's forms in the store and hands out all that are kept. A broken file is an
// alarm in the log and leaves that form at its last published version. Errors: conflict (a form changed
// without a new version number: the start must end), io, and not_found when the folder is missing. Calls the
// store.
Result<FormArchive> publish_forms(store::Store& store, const std::filesystem::path& folder,
                                  const Clock& clock, Log& log);

}  // namespace lotsen::publishing
