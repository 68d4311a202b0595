#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "services/storage/database.h"

namespace lotsen::storage {
namespace {

namespace fs = std::filesystem;

Result<void> io_error(const fs::path& file) {
  const ErrorCode code = errno == ENOSPC ? ErrorCode::full : ErrorCode::io;
  return fail(code, file.string() + " " + std::strerror(errno));
}

Result<void> sync(const fs::path& path, int flags) {
  const int fd = ::open(path.c_str(), flags | O_CLOEXEC);
  if (fd < 0) return io_error(path);
  const bool synced = ::fsync(fd) == 0;
  const Result<void> result = synced ? Result<void>{} : io_error(path);
  ::close(fd);
  return result;
}

Result<void> create_empty(const fs::path& file) {
  const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) return io_error(file);
  ::close(fd);
  return {};
}

// VACUUM INTO reads one snapshot and leaves out what was deleted; it fills an empty file, but does not sync.
Result<void> copy(SQLite::Database& from, const fs::path& to) {
  return guarded([&] {
    SQLite::Statement vacuum(from, "VACUUM INTO ?");
    vacuum.bind(1, to.string());
    vacuum.exec();
  });
}

Result<void> put_in_place(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return io_error(to);
  return sync(fs::absolute(to).parent_path(), O_RDONLY | O_DIRECTORY);
}

}  // namespace

Result<void> back_up(SQLite::Database& from, const fs::path& to) {
  fs::path part = to;
  part += ".part";
  ::unlink(part.c_str());  // of a backup that was cut short
  const Result<void> done = create_empty(part)
                                .and_then([&] { return copy(from, part); })
                                .and_then([&] { return sync(part, O_RDWR); })
                                .and_then([&] { return put_in_place(part, to); });
  if (!done) ::unlink(part.c_str());
  return done;
}

}  // namespace lotsen::storage
