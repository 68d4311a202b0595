// DataLock: held by the one server that runs on a data directory, for as long as it runs; restore asks for it
// too. The kernel lets go of it when the process ends, however it ends.
#pragma once
#include <filesystem>

#include "services/core/result.h"

namespace lotsen::store {

class DataLock {
 public:
  // conflict: another process holds it. io: the file cannot be made.
  static Result<DataLock> take(const std::filesystem::path& data_dir);
  ~DataLock();
  DataLock(DataLock&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  DataLock& operator=(DataLock&&) = delete;

 private:
  explicit DataLock(int file) : file_(file) {}
  int file_;
};

}  // namespace lotsen::store
