// Ballast: a file of real blocks beside the outbox. SQLite cannot even delete on a full disk, since a delete
// is first written to its log; giving up the ballast lets it.
#pragma once
#include <cstdint>
#include <filesystem>

namespace lotsen::outbox {

class Ballast {
 public:
  Ballast(std::filesystem::path file, std::uint64_t bytes) : file_(std::move(file)), bytes_(bytes) {}
  bool is_there() const;                 // whole; always true for one of 0 bytes
  void take(std::uint64_t spare_bytes);  // makes it when that leaves spare_bytes on the file system
  void give_up();

 private:
  std::filesystem::path file_;
  std::uint64_t bytes_;
};

// What the file system of this file still has for us; 0 when it cannot be asked.
std::uint64_t free_bytes_beside(const std::filesystem::path& file);

}  // namespace lotsen::outbox
