// What to do with an outbox that is damaged: keep the damaged files under another name for a person to look
// at, and go on with every record that can still be read.
#pragma once
#include "kiosk/outbox/sqlite_outbox.h"

namespace lotsen::outbox {

// Whether the file is whole, but of a later program: then nothing may be touched.
bool made_by_newer_version(const std::filesystem::path& file);

// Replaces the damaged `file` by a new one with what could be read. May be cut short at any moment: until the
// last rename the damaged files are still in place, and finish_rebuild ends what was begun.
Result<OpenReport> rebuild(const std::filesystem::path& file, const Clock& clock);

// To be called before every open.
Result<void> finish_rebuild(const std::filesystem::path& file);

}  // namespace lotsen::outbox
