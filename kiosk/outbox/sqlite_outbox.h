// The outbox on disk: a SQLite file and, beside it, a ballast file that keeps some room for deletes. Opened
// by the store worker's thread, which alone uses it; one process at a time.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "kiosk/outbox/outbox.h"

namespace lotsen::outbox {

struct SqliteOutboxOptions {
  int max_pages = 330'000;                  // of 4 KiB: 20 000 records of 64 KiB
  std::uint64_t ballast_bytes = 8 << 20;    // given up to delete on a full disk; at least 2 MiB, 0 = none
  std::uint64_t min_free_bytes = 16 << 20;  // no new forms with less left on the file system
  int kept_receipts = 10'000;               // the oldest go
  std::string vfs = {};                     // see storage::OpenOptions
};

// What the caller should tell the staff: the file was damaged, lies now at `set_aside` (never deleted; with
// its -wal if there is one), and `salvaged` records could be read out of it.
struct OpenReport {
  bool was_corrupt = false;
  int salvaged = 0;
  std::filesystem::path set_aside;
};

struct OpenedOutbox {
  std::unique_ptr<Outbox> outbox;
  OpenReport report;
};

// Opens or creates `file` ("…/outbox.db"; its folder must exist). Blocks for some fsyncs, seconds when a
// large damaged file is read out. Errors: io (no such folder, not writable, in use by another process), full,
// corrupt (made by a newer version; a damaged file is no error, see OpenReport).
Result<OpenedOutbox> open_outbox(const std::filesystem::path& file, const SqliteOutboxOptions& options,
                                 const Clock& clock);

}  // namespace lotsen::outbox
