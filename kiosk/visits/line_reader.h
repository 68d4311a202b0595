// Reads a visit script line by line, from a file or a FIFO. A script may hold what a visitor types: it is
// read byte by byte, so that no more of it than the current line is in memory, and that is wiped once handed
// over. One thread; next() blocks while no whole line is there, ready() never does.
#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "services/core/result.h"
#include "services/core/secret.h"

namespace lotsen::visits {

class LineReader {
 public:
  // A FIFO may be opened before somebody writes to it. not_found or io.
  static Result<LineReader> open(const std::filesystem::path& file);

  // Takes the descriptor over and closes it in the end.
  explicit LineReader(int descriptor);
  LineReader(LineReader&& other) noexcept;
  LineReader& operator=(LineReader&&) = delete;
  ~LineReader();

  // Whether next() would return at once: a whole line, the end or a fault is there.
  bool ready();

  // Without its line break; nothing at the end. bad_input for a line of more than 4096 bytes.
  Result<std::optional<Secret>> next();

  int number() const { return number_; }          // of the line that next() handed over last, from 1
  int descriptor() const { return descriptor_; }  // to wait on with poll(2), never to read from

 private:
  enum class Step { more, nothing_yet, line, end, too_long, broken };
  Step read_byte();
  Step wait_and_read(int timeout_ms);
  Secret take_line();

  int descriptor_ = -1;
  int number_ = 0;
  std::vector<char> line_;  // reserved once: it never moves, so nothing is left behind
  Step last_ = Step::more;
};

}  // namespace lotsen::visits
