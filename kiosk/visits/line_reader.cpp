#include "kiosk/visits/line_reader.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "services/core/wipe.h"

namespace lotsen::visits {
namespace {

constexpr std::size_t kLongestLine = 4096;

}  // namespace

Result<LineReader> LineReader::open(const std::filesystem::path& file) {
  // Without O_NONBLOCK the opening of a FIFO would wait for its writer.
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (descriptor < 0) {
    const int error = errno;
    return fail(error == ENOENT ? ErrorCode::not_found : ErrorCode::io,
                file.string() + ": cannot be read: " + std::strerror(error));
  }
  return LineReader(descriptor);
}

LineReader::LineReader(int descriptor) : descriptor_(descriptor) {
  line_.reserve(kLongestLine);
}

LineReader::LineReader(LineReader&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      number_(other.number_),
      line_(std::move(other.line_)),
      last_(other.last_) {}

LineReader::~LineReader() {
  wipe(line_.data(), line_.size());
  if (descriptor_ >= 0) ::close(descriptor_);
}

LineReader::Step LineReader::read_byte() {
  char byte = 0;
  const ssize_t got = ::read(descriptor_, &byte, 1);
  if (got < 0) return errno == EAGAIN || errno == EINTR ? Step::more : Step::broken;
  if (got == 0) return line_.empty() ? Step::end : Step::line;
  if (byte == '\n') return Step::line;
  if (line_.size() == kLongestLine) return Step::too_long;
  line_.push_back(byte);
  return Step::more;
}

LineReader::Step LineReader::wait_and_read(int timeout_ms) {
  pollfd waiting{descriptor_, POLLIN, 0};
  const int count = ::poll(&waiting, 1, timeout_ms);
  if (count < 0) return errno == EINTR ? Step::more : Step::broken;
  return count == 0 ? Step::nothing_yet : read_byte();
}

bool LineReader::ready() {
  while (last_ == Step::more || last_ == Step::nothing_yet) {
    last_ = wait_and_read(0);
    if (last_ == Step::nothing_yet) return false;
  }
  return true;
}

Secret LineReader::take_line() {
  Secret line(std::string_view(line_.data(), line_.size()));
  wipe(line_.data(), line_.size());
  line_.clear();
  last_ = Step::more;
  ++number_;
  return line;
}

Result<std::optional<Secret>> LineReader::next() {
  while (last_ == Step::more || last_ == Step::nothing_yet) last_ = wait_and_read(-1);
  const std::string place = "line " + std::to_string(number_ + 1);
  if (last_ == Step::line) return take_line();
  if (last_ == Step::too_long) return fail(ErrorCode::bad_input, place + ": is longer than 4096 bytes");
  if (last_ == Step::broken) return fail(ErrorCode::io, place + ": the script cannot be read");
  return std::nullopt;
}

}  // namespace lotsen::visits
