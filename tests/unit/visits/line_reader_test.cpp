#include "kiosk/visits/line_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/temp_folder.h"

using namespace lotsen;
using namespace lotsen::visits;

namespace {

LineReader opened(const std::filesystem::path& file) {
  Result<LineReader> reader = LineReader::open(file);
  REQUIRE(reader);
  return std::move(*reader);
}

std::optional<std::string> next_of(LineReader& reader) {
  const Result<std::optional<Secret>> line = reader.next();
  INFO((line ? "" : line.error().detail));
  REQUIRE(line);
  return *line ? std::optional(std::string((*line)->view())) : std::nullopt;
}

std::vector<std::string> all_lines(const std::string& text) {
  const tests::TempFolder folder;
  const std::filesystem::path file = folder.path() / "a.visit";
  std::ofstream(file) << text;
  LineReader reader = opened(file);
  std::vector<std::string> lines;
  while (std::optional<std::string> line = next_of(reader)) lines.push_back(*line);
  CHECK_FALSE(next_of(reader));
  return lines;
}

// A pipe by name: what a test writes is what the reader can read, no more.
class Fifo {
 public:
  Fifo() { REQUIRE(::mkfifo(path().c_str(), 0600) == 0); }
  ~Fifo() { close(); }
  Fifo(const Fifo&) = delete;
  Fifo& operator=(const Fifo&) = delete;
  std::filesystem::path path() const { return folder_.path() / "pipe"; }
  void open_to_write() {
    writer_ = ::open(path().c_str(), O_WRONLY | O_NONBLOCK);
    REQUIRE(writer_ >= 0);
  }
  void write(std::string_view text) const {
    REQUIRE(::write(writer_, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
  }
  void close() {
    if (writer_ >= 0) ::close(writer_);
    writer_ = -1;
  }

 private:
  tests::TempFolder folder_;
  int writer_ = -1;
};

}  // namespace

TEST_CASE("Lines come one by one, the last also without its line break") {
  using Lines = std::vector<std::string>;
  CHECK(all_lines("a\nb\n") == Lines{"a", "b"});
  CHECK(all_lines("a\nb") == Lines{"a", "b"});
  CHECK(all_lines("a\n\nb") == Lines{"a", "", "b"});
  CHECK(all_lines("").empty());
  CHECK(all_lines("\n") == Lines{""});
}

TEST_CASE("Lines are numbered from one") {
  const tests::TempFolder folder;
  std::ofstream(folder.path() / "a") << "a\nb\n";
  LineReader reader = opened(folder.path() / "a");
  CHECK(reader.number() == 0);
  next_of(reader);
  CHECK(reader.number() == 1);
  next_of(reader);
  CHECK(reader.number() == 2);
}

TEST_CASE("A line of 4096 bytes is read, a longer one is a fault that names it") {
  CHECK(all_lines(std::string(4096, 'x') + "\n").front().size() == 4096);
  const tests::TempFolder folder;
  std::ofstream(folder.path() / "a") << "a\n" << std::string(4097, 'x');
  LineReader reader = opened(folder.path() / "a");
  next_of(reader);
  CHECK(reader.ready());
  const Result<std::optional<Secret>> line = reader.next();
  REQUIRE_FALSE(line);
  CHECK(line.error().detail == "line 2: is longer than 4096 bytes");
}

TEST_CASE("A script that is not there or cannot be read is a fault") {
  const tests::TempFolder folder;
  const Result<LineReader> missing = LineReader::open(folder.path() / "none");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::not_found);
  LineReader reader = opened(folder.path());
  CHECK_FALSE(reader.next());
}

TEST_CASE("A pipe that nobody writes to yet keeps nobody waiting") {
  const Fifo fifo;
  LineReader reader = opened(fifo.path());
  CHECK_FALSE(reader.ready());
}

TEST_CASE("A pipe is ready when a whole line is there") {
  Fifo fifo;
  LineReader reader = opened(fifo.path());
  fifo.open_to_write();
  CHECK_FALSE(reader.ready());
  fifo.write("press ho");
  CHECK_FALSE(reader.ready());
  fifo.write("me\nkey");
  CHECK(reader.ready());
  CHECK(reader.ready());
  CHECK(next_of(reader) == "press home");
  CHECK_FALSE(reader.ready());
  fifo.write(" Tab\n");
  CHECK(reader.ready());
  CHECK(next_of(reader) == "key Tab");
}

TEST_CASE("A pipe is at its end when its writer is gone, after the last line") {
  Fifo fifo;
  LineReader reader = opened(fifo.path());
  fifo.open_to_write();
  fifo.write("a\nb");
  fifo.close();
  CHECK(reader.ready());
  CHECK(next_of(reader) == "a");
  CHECK(reader.ready());
  CHECK(next_of(reader) == "b");
  CHECK(reader.ready());
  CHECK_FALSE(next_of(reader));
}

TEST_CASE("No more than the line is taken from the pipe") {
  Fifo fifo;
  LineReader reader = opened(fifo.path());
  fifo.open_to_write();
  fifo.write("first\nStorgatan 12\n");
  REQUIRE(next_of(reader) == "first");
  char rest[64] = {};
  CHECK(::read(reader.descriptor(), rest, sizeof rest) == 13);
  CHECK(std::string(rest) == "Storgatan 12\n");
}

TEST_CASE("A reader can be moved in the middle of a line") {
  Fifo fifo;
  LineReader reader = opened(fifo.path());
  fifo.open_to_write();
  fifo.write("ab");
  CHECK_FALSE(reader.ready());
  LineReader moved = std::move(reader);
  fifo.write("c\n");
  CHECK(next_of(moved) == "abc");
}
