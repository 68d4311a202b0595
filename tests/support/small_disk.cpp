#include "tests/support/small_disk.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <stdexcept>
#include <string>
#include <utility>

namespace lotsen::tests {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFilling = "filling";

// Mounts of a namespace of our own go with the process, also when it crashes.
bool may_mount() {
  return ::unshare(CLONE_NEWNS) == 0 && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

}  // namespace

SmallDisk::SmallDisk(fs::path folder, int mebibytes) : folder_(std::move(folder)) {
  if (!may_mount()) return;
  const fs::path beside = folder_.string() + ".files";
  fs::rename(folder_, beside);
  fs::create_directory(folder_);
  const std::string size = "mode=0700,size=" + std::to_string(mebibytes) + "m";
  is_there_ = ::mount("lotsen-test", folder_.c_str(), "tmpfs", 0, size.c_str()) == 0;
  fs::copy(beside, folder_, fs::copy_options::recursive);
}

SmallDisk::~SmallDisk() {
  if (is_there_) ::umount2(folder_.c_str(), MNT_DETACH);
}

void SmallDisk::fill() {
  constexpr std::size_t kBlock = 4096;
  const std::string block(kBlock, 'x');
  const int file = ::open((folder_ / kFilling).c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  while (::write(file, block.data(), kBlock) > 0) continue;
  ::close(file);
}

void SmallDisk::clear() {
  fs::remove(folder_ / kFilling);
}

void SmallDisk::set_read_only(bool read_only) {
  unsigned long flags = MS_REMOUNT;
  if (read_only) flags |= MS_RDONLY;
  if (::mount("lotsen-test", folder_.c_str(), "tmpfs", flags, nullptr) != 0)
    throw std::runtime_error("the disk is in use and cannot be made read-only");
}

}  // namespace lotsen::tests
