// A disk in memory whose power can be cut: an SQLite VFS ("lotsen-crash") that keeps what was synced apart
// from what was only written, counts every operation, and after a cut lets each un-synced write be kept,
// lost, torn or turned to garbage, as real disks do. One connection with locking_mode=EXCLUSIVE, one disk at
// a time.
#pragma once
#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace lotsen::tests {

// What a power cut makes of the writes that were not synced.
enum class Fate { kept, lost, mixed, torn, garbage };

// Ways to be less careful than we are, that the sweep has to catch.
enum class Mutant { none, synchronous_normal, synchronous_off, lying_disk };

// splitmix64: small, seeded, the same everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  bool coin() { return (next() & 1) != 0; }

 private:
  std::uint64_t state_;
};

class CrashDisk {
 public:
  static constexpr const char* kVfsName = "lotsen-crash";

  explicit CrashDisk(Mutant mutant = Mutant::none);
  ~CrashDisk();
  CrashDisk(const CrashDisk&) = delete;
  CrashDisk& operator=(const CrashDisk&) = delete;

  int operations() const { return operations_; }
  void cut_power_at(int operation) { cut_at_ = operation; }  // that one and all later ones fail
  void fail_once_at(int operation, int code) { fail_at_ = operation, fail_code_ = code; }
  void restart(Fate fate, std::uint64_t seed);  // power is back, with what survived

 private:
  struct Write {
    bool is_truncate;
    std::size_t at;  // or the size to cut to
    std::string bytes;
  };
  struct File {
    std::string live;
    std::string durable;
    std::vector<Write> unsynced;
  };
  using FilePtr = std::shared_ptr<File>;
  using Names = std::map<std::string, FilePtr>;
  struct Handle {  // what SQLite sees as its sqlite3_file
    sqlite3_file base;
    CrashDisk* disk;
    FilePtr* file;
    bool syncs_folder;
  };

  int count(bool& happens);
  int change(File& file, Write write);
  static void apply(std::string& content, const Write& write);
  static void survive(File& file, Fate fate, Dice& dice);
  int sync(Handle& handle);
  int remove(const std::string& name, bool sync_folder);
  int open(const char* name, Handle& handle, int flags);

  static Handle& handle_of(sqlite3_file* file) { return *reinterpret_cast<Handle*>(file); }
  static CrashDisk& disk_of(sqlite3_vfs* vfs) { return *static_cast<CrashDisk*>(vfs->pAppData); }
  static int read(sqlite3_file* file, void* to, int size, sqlite3_int64 at);
  static int control(sqlite3_file* file, int what, void* argument);
  static const sqlite3_io_methods& methods();
  static int weaken(sqlite3* database, char** error, const sqlite3_api_routines* routines);
  sqlite3_vfs vfs_{};

  Mutant mutant_;
  bool weakening_ = false;
  int operations_ = 0;
  int cut_at_ = -1;
  int fail_at_ = -1;
  int fail_code_ = 0;
  Names live_names_;
  Names durable_names_;
};

}  // namespace lotsen::tests
