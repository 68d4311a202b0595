#include "services/backend/store/data_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace lotsen::store {

Result<DataLock> DataLock::take(const std::filesystem::path& data_dir) {
  std::error_code fault;
  std::filesystem::create_directories(data_dir, fault);
  const std::filesystem::path path = data_dir / "backend.lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0) return fail(ErrorCode::io, "cannot open " + path.string());
  if (::flock(file, LOCK_EX | LOCK_NB) == 0) return DataLock(file);
  ::close(file);
  return fail(ErrorCode::conflict, "a lotsen-backend already runs on " + data_dir.string());
}

DataLock::~DataLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace lotsen::store
