// InstanceLock: which process a data folder belongs to. A visit script that is run while the kiosk stands
// open finds the lock taken and keeps an outbox of its own, so that trying a visit never disturbs the kiosk.
#pragma once
#include <filesystem>

namespace lotsen {

class InstanceLock {
 public:
  explicit InstanceLock(
      const std::filesystem::path& file);  // flock(2); the kernel frees it when the process ends
  ~InstanceLock();
  InstanceLock(const InstanceLock&) = delete;
  InstanceLock& operator=(const InstanceLock&) = delete;

  // On a disk where no lock can be made nobody else has one either.
  bool held_elsewhere() const { return held_elsewhere_; }

 private:
  int descriptor_ = -1;
  bool held_elsewhere_ = false;
};

}  // namespace lotsen
