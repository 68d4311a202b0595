#include "kiosk/outbox/ballast.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace lotsen::outbox {

bool Ballast::is_there() const {
  if (bytes_ == 0) return true;
  struct stat facts {};
  return ::stat(file_.c_str(), &facts) == 0 && static_cast<std::uint64_t>(facts.st_size) == bytes_;
}

void Ballast::take(std::uint64_t spare_bytes) {
  if (is_there()) return;
  give_up();  // a part of one, from a start that was cut short
  if (free_bytes_beside(file_) < bytes_ + spare_bytes) return;
  const int fd = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return;
  const bool allocated = ::posix_fallocate(fd, 0, static_cast<off_t>(bytes_)) == 0;
  ::close(fd);
  if (!allocated) give_up();
}

void Ballast::give_up() {
  ::unlink(file_.c_str());
}

std::uint64_t free_bytes_beside(const std::filesystem::path& file) {
  struct statvfs facts {};
  const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
  if (::statvfs(folder.c_str(), &facts) != 0) return 0;
  return static_cast<std::uint64_t>(facts.f_bavail) * facts.f_frsize;
}

}  // namespace lotsen::outbox
