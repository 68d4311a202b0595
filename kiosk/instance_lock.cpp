#include "kiosk/instance_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace lotsen {

InstanceLock::InstanceLock(const std::filesystem::path& file)
    : descriptor_(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)),
      held_elsewhere_(descriptor_ >= 0 && ::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {}

InstanceLock::~InstanceLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace lotsen
