#include "tests/fault/crash_disk.h"

#include <algorithm>
#include <cstring>

namespace lotsen::tests {
namespace {

constexpr std::size_t kSector = 512;

CrashDisk* the_disk = nullptr;  // SQLite's hook for new connections has no place for one

void resize_to_hold(std::string& content, std::size_t size) {
  if (content.size() < size) content.resize(size, '\0');
}

}  // namespace

std::uint64_t Dice::next() {
  state_ += 0x9e3779b97f4a7c15;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return z ^ (z >> 31);
}

CrashDisk::CrashDisk(Mutant mutant) : mutant_(mutant) {
  sqlite3_vfs* real = sqlite3_vfs_find(nullptr);
  vfs_.iVersion = 1;  // no shared memory: locking_mode=EXCLUSIVE needs none
  vfs_.szOsFile = sizeof(Handle);
  vfs_.mxPathname = 256;
  vfs_.zName = kVfsName;
  vfs_.pAppData = this;
  vfs_.xOpen = [](sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    if (out_flags) *out_flags = flags;
    return disk_of(vfs).open(name, handle_of(file), flags);
  };
  vfs_.xDelete = [](sqlite3_vfs* vfs, const char* name, int sync) {
    return disk_of(vfs).remove(name, sync != 0);
  };
  vfs_.xAccess = [](sqlite3_vfs* vfs, const char* name, int, int* there) {
    *there = disk_of(vfs).live_names_.contains(name) ? 1 : 0;
    return SQLITE_OK;
  };
  vfs_.xFullPathname = [](sqlite3_vfs*, const char* name, int size, char* full) {
    return sqlite3_snprintf(size, full, "%s", name) ? SQLITE_OK : SQLITE_CANTOPEN;
  };
  vfs_.xRandomness = real->xRandomness;
  vfs_.xSleep = real->xSleep;
  vfs_.xCurrentTime = real->xCurrentTime;
  vfs_.xGetLastError = real->xGetLastError;
  sqlite3_vfs_register(&vfs_, 0);
  the_disk = this;
  sqlite3_auto_extension(reinterpret_cast<void (*)()>(&CrashDisk::weaken));
}

CrashDisk::~CrashDisk() {
  sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(&CrashDisk::weaken));
  sqlite3_vfs_unregister(&vfs_);
  the_disk = nullptr;
}

// Each new connection of a mutant gets its weaker rule first; xFileControl then swallows every stronger one.
int CrashDisk::weaken(sqlite3* database, char**, const sqlite3_api_routines*) {
  const Mutant mutant = the_disk->mutant_;
  if (mutant != Mutant::synchronous_normal && mutant != Mutant::synchronous_off) return SQLITE_OK;
  the_disk->weakening_ = true;
  // The lock first: a pragma reads the file, which without it would need shared memory.
  const std::string rule = "PRAGMA locking_mode=EXCLUSIVE; PRAGMA synchronous=";
  const char* level = mutant == Mutant::synchronous_off ? "OFF" : "NORMAL";
  const int result = sqlite3_exec(database, (rule + level).c_str(), nullptr, nullptr, nullptr);
  the_disk->weakening_ = false;
  return result;
}

// Whether the operation takes place: the one at which the power goes may still reach the disk.
int CrashDisk::count(bool& happens) {
  const int number = operations_++;
  const bool dead = cut_at_ >= 0 && number >= cut_at_;
  happens = !dead || number == cut_at_;
  if (dead) return SQLITE_IOERR;
  if (number != fail_at_) return SQLITE_OK;
  happens = false;
  return fail_code_;
}

int CrashDisk::change(File& file, Write write) {
  bool happens = false;
  const int result = count(happens);
  if (!happens) return result;
  apply(file.live, write);
  file.unsynced.push_back(std::move(write));
  return result;
}

void CrashDisk::apply(std::string& content, const Write& write) {
  if (write.is_truncate) {
    content.resize(write.at, '\0');
    return;
  }
  resize_to_hold(content, write.at + write.bytes.size());
  std::copy(write.bytes.begin(), write.bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(write.at));
}

int CrashDisk::sync(Handle& handle) {
  bool happens = false;
  if (const int result = count(happens); result != SQLITE_OK) return result;
  if (mutant_ == Mutant::lying_disk) return SQLITE_OK;
  File& file = **handle.file;
  file.durable = file.live;
  file.unsynced.clear();
  // As os_unix.c: the first sync of a journal or log also syncs the folder.
  if (handle.syncs_folder) durable_names_ = live_names_;
  handle.syncs_folder = false;
  return SQLITE_OK;
}

int CrashDisk::remove(const std::string& name, bool sync_folder) {
  bool happens = false;
  if (const int result = count(happens); result != SQLITE_OK) return result;
  if (live_names_.erase(name) == 0) return SQLITE_IOERR_DELETE_NOENT;
  if (sync_folder && mutant_ != Mutant::lying_disk) durable_names_ = live_names_;
  return SQLITE_OK;
}

int CrashDisk::open(const char* name, Handle& handle, int flags) {
  handle.base.pMethods = nullptr;
  bool happens = false;
  const bool is_new = name == nullptr || !live_names_.contains(name);
  if (is_new && (flags & SQLITE_OPEN_CREATE) == 0) return SQLITE_CANTOPEN;
  if (is_new) {
    if (const int result = count(happens); result != SQLITE_OK) return SQLITE_CANTOPEN;
  }
  handle.file = new FilePtr(is_new ? std::make_shared<File>() : live_names_[name]);
  if (is_new && name) live_names_[name] = *handle.file;
  handle.disk = this;
  handle.syncs_folder = (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)) != 0;
  handle.base.pMethods = &methods();
  return SQLITE_OK;
}

int CrashDisk::read(sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
  const Handle& handle = handle_of(file);
  const CrashDisk& disk = *handle.disk;
  if (disk.cut_at_ >= 0 && disk.operations_ > disk.cut_at_) return SQLITE_IOERR_READ;
  const std::string& content = (*handle.file)->live;
  const auto begin = std::min(static_cast<std::size_t>(at), content.size());
  const auto got = std::min(static_cast<std::size_t>(size), content.size() - begin);
  std::memset(to, 0, static_cast<std::size_t>(size));
  std::memcpy(to, content.data() + begin, got);
  return got == static_cast<std::size_t>(size) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int CrashDisk::control(sqlite3_file* file, int what, void* argument) {
  const CrashDisk& disk = *handle_of(file).disk;
  const bool weak = disk.mutant_ == Mutant::synchronous_normal || disk.mutant_ == Mutant::synchronous_off;
  if (what != SQLITE_FCNTL_PRAGMA || !weak || disk.weakening_) return SQLITE_NOTFOUND;
  const char* name = static_cast<char**>(argument)[1];
  return sqlite3_stricmp(name, "synchronous") == 0 ? SQLITE_OK : SQLITE_NOTFOUND;
}

const sqlite3_io_methods& CrashDisk::methods() {
  static const sqlite3_io_methods table = [] {
    sqlite3_io_methods m{};
    m.iVersion = 1;
    m.xClose = [](sqlite3_file* file) {
      delete handle_of(file).file;
      return SQLITE_OK;
    };
    m.xRead = &CrashDisk::read;
    m.xWrite = [](sqlite3_file* file, const void* from, int size, sqlite3_int64 at) {
      const Handle& handle = handle_of(file);
      std::string bytes(static_cast<const char*>(from), static_cast<std::size_t>(size));
      return handle.disk->change(**handle.file, {false, static_cast<std::size_t>(at), std::move(bytes)});
    };
    m.xTruncate = [](sqlite3_file* file, sqlite3_int64 size) {
      const Handle& handle = handle_of(file);
      return handle.disk->change(**handle.file, {true, static_cast<std::size_t>(size), {}});
    };
    m.xSync = [](sqlite3_file* file, int) { return handle_of(file).disk->sync(handle_of(file)); };
    m.xFileSize = [](sqlite3_file* file, sqlite3_int64* size) {
      *size = static_cast<sqlite3_int64>((*handle_of(file).file)->live.size());
      return SQLITE_OK;
    };
    m.xLock = [](sqlite3_file*, int) { return SQLITE_OK; };
    m.xUnlock = [](sqlite3_file*, int) { return SQLITE_OK; };
    m.xCheckReservedLock = [](sqlite3_file*, int* taken) {
      *taken = 0;
      return SQLITE_OK;
    };
    m.xFileControl = &CrashDisk::control;
    m.xSectorSize = [](sqlite3_file*) { return 4096; };
    m.xDeviceCharacteristics = [](sqlite3_file*) {
      return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
    };  // as os_unix.c
    return m;
  }();
  return table;
}

void CrashDisk::survive(File& file, Fate fate, Dice& dice) {
  for (const Write& write : file.unsynced) {
    const bool whole = fate == Fate::kept ||
                       (fate != Fate::lost && (write.is_truncate || fate == Fate::mixed) && dice.coin());
    if (whole) apply(file.durable, write);
    if (whole || write.is_truncate || fate == Fate::lost || fate == Fate::mixed) continue;
    for (std::size_t at = 0; at < write.bytes.size(); at += kSector) {
      if (dice.coin()) continue;
      std::string sector = write.bytes.substr(at, kSector);
      if (fate == Fate::garbage && dice.coin()) {
        for (char& byte : sector) byte = static_cast<char>(dice.next());
      }
      apply(file.durable, {false, write.at + at, std::move(sector)});
    }
  }
  file.unsynced.clear();
  file.live = file.durable;
}

void CrashDisk::restart(Fate fate, std::uint64_t seed) {
  Dice dice(seed);
  Names survivors = durable_names_;
  // A name that was made or removed without a sync of the folder may be there or not.
  for (const auto& [name, file] : live_names_) {
    if (!durable_names_.contains(name) && fate != Fate::lost && (fate == Fate::kept || dice.coin())) {
      survivors[name] = file;
    }
  }
  for (const auto& [name, file] : durable_names_) {
    if (!live_names_.contains(name) && fate != Fate::lost && (fate == Fate::kept || dice.coin()))
      survivors.erase(name);
  }
  for (auto& [name, file] : survivors) survive(*file, fate, dice);
  live_names_ = durable_names_ = survivors;
  operations_ = 0;
  cut_at_ = fail_at_ = -1;
}

}  // namespace lotsen::tests
