#include "services/sealing/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "services/sealing/sodium.h"

namespace lotsen::sealing {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kKindSize = 8;
constexpr std::size_t kChecksumSize = 16;

class File {
 public:
  explicit File(int fd) : fd_(fd) {}
  ~File() {
    if (fd_ >= 0) ::close(fd_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  bool is_open() const { return fd_ >= 0; }
  int fd() const { return fd_; }

 private:
  int fd_;
};

Result<void> io_error(const fs::path& file, std::string_view what) {
  return fail(ErrorCode::io, file.string() + ": " + std::string(what) + ": " + std::strerror(errno));
}

void checksum_of(std::span<const std::uint8_t> bytes, std::uint8_t* checksum) {
  crypto_generichash(checksum, kChecksumSize, bytes.data(), bytes.size(), nullptr, 0);
}

std::size_t content_size(std::span<const std::uint8_t> key) {
  return kKindSize + key.size() + kChecksumSize;
}

// `content` has content_size(key) bytes.
void fill_content(WipedBytes& content, std::string_view kind, std::span<const std::uint8_t> key) {
  std::copy(kind.begin(), kind.end(), content.data());
  std::copy(key.begin(), key.end(), content.data() + kKindSize);
  checksum_of({content.data(), kKindSize + key.size()}, content.data() + kKindSize + key.size());
}

Result<void> check_who_can_read(int fd, const fs::path& file) {
  struct stat facts {};
  if (::fstat(fd, &facts) != 0) return io_error(file, "cannot be examined");
  if (!S_ISREG(facts.st_mode)) return fail(ErrorCode::io, file.string() + ": is not a file");
  if ((facts.st_mode & (S_IRWXG | S_IRWXO)) != 0) {
    return fail(ErrorCode::io, file.string() + ": others may read this secret key; run chmod 600 on it");
  }
  return {};
}

// One byte more than wanted, so that a file that is too long shows.
Result<std::size_t> read_some(int fd, const fs::path& file, WipedBytes& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t got = ::read(fd, bytes.data() + done, bytes.size() - done);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return tl::unexpected(io_error(file, "cannot be read").error());
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

Result<void> take_key(const WipedBytes& content, std::size_t size, std::string_view kind,
                      std::span<std::uint8_t> key, const fs::path& file) {
  const auto corrupt = [&](std::string_view why) {
    return fail(ErrorCode::corrupt, file.string() + ": " + std::string(why) + "; put the right key back");
  };
  if (size != content_size(key)) return corrupt("has not the size of a key");
  if (!std::equal(kind.begin(), kind.end(), content.data())) return corrupt("is another kind of key");
  std::copy_n(content.data() + kKindSize, key.size(), key.begin());
  WipedBytes expected(content_size(key));
  fill_content(expected, kind, key);
  if (sodium_memcmp(expected.data(), content.data(), expected.size()) != 0) return corrupt("is damaged");
  return {};
}

Result<void> read_key(int fd, const fs::path& file, std::string_view kind, std::span<std::uint8_t> key) {
  WipedBytes content(content_size(key) + 1);
  return check_who_can_read(fd, file)
      .and_then([&] { return read_some(fd, file, content); })
      .and_then([&](std::size_t size) { return take_key(content, size, kind, key, file); });
}

Result<void> write_all(int fd, const fs::path& file, const WipedBytes& content) {
  std::size_t done = 0;
  while (done < content.size()) {
    const ssize_t put = ::write(fd, content.data() + done, content.size() - done);
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return io_error(file, "cannot be written");
    done += static_cast<std::size_t>(put);
  }
  if (::fsync(fd) != 0) return io_error(file, "cannot be synced");
  return {};
}

Result<void> sync_folder_of(const fs::path& file) {
  const fs::path folder = fs::absolute(file).parent_path();
  const File opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!opened.is_open() || ::fsync(opened.fd()) != 0) return io_error(folder, "cannot be synced");
  return {};
}

// link() fails where the name is taken: a key that another process made in between is never replaced.
Result<void> give_name(const fs::path& temporary, const fs::path& file) {
  if (::link(temporary.c_str(), file.c_str()) != 0 && errno != EEXIST)
    return io_error(file, "cannot be made");
  return sync_folder_of(file);
}

Result<void> write_key(const fs::path& file, std::string_view kind, std::span<const std::uint8_t> key) {
  WipedBytes content(content_size(key));
  fill_content(content, kind, key);
  std::string temporary = file.string() + ".XXXXXX";
  const File opened(::mkostemp(temporary.data(), O_CLOEXEC));  // mode 0600
  if (!opened.is_open()) return io_error(file, "cannot be made");
  const Result<void> written =
      write_all(opened.fd(), file, content).and_then([&] { return give_name(temporary, file); });
  ::unlink(temporary.c_str());
  return written;
}

Result<void> open_and_read(const fs::path& file, std::string_view kind, std::span<std::uint8_t> key) {
  const File opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened.is_open()) return io_error(file, "cannot be opened");
  return read_key(opened.fd(), file, kind, key);
}

bool is_missing(const fs::path& file) {
  return ::access(file.c_str(), F_OK) != 0 && errno == ENOENT;
}

}  // namespace

Result<void> read_or_make_key(const fs::path& file, std::string_view kind, std::span<std::uint8_t> key,
                              const std::function<void()>& make) {
  ensure_sodium();
  if (is_missing(file)) {
    make();
    if (const auto written = write_key(file, kind, key); !written) return written;
  }
  return open_and_read(file, kind, key);
}

}  // namespace lotsen::sealing
