// SmallDisk: a real file system of a few mebibytes under a folder, that a test can fill or make read-only.
// Only root may mount; it is seen by the test and its children alone.
#pragma once
#include <filesystem>

namespace lotsen::tests {

class SmallDisk {
 public:
  // Takes the place of `folder` and has the same files.
  SmallDisk(std::filesystem::path folder, int mebibytes);
  ~SmallDisk();
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

  bool is_there() const { return is_there_; }  // false where nobody may mount; then nothing was changed
  void fill();                                 // to the last byte
  void clear();                                // takes back what fill() took
  void set_read_only(bool read_only);

 private:
  std::filesystem::path folder_;
  bool is_there_ = false;
};

}  // namespace lotsen::tests
