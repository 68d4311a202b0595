#include "tests/support/visitor.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace lotsen::tests {
namespace {

using std::chrono::steady_clock;

std::filesystem::path make_fifo(const std::filesystem::path& file) {
  if (::mkfifo(file.c_str(), 0600) != 0 && errno != EEXIST) throw ProgramFault("no FIFO " + file.string());
  return file;
}

Words command_line(const Site& site, const Words& settings) {
  Words words = site.kiosk(settings);
  words.insert(words.end(), {"--visit", "/dev/stdin", "--out", site.out().string()});
  return words;
}

}  // namespace

// One writer's whole text. A FIFO that was just opened waits for its first writer without a word.
class FifoReader {
 public:
  explicit FifoReader(const std::filesystem::path& file)
      : file_(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  ~FifoReader() { ::close(file_); }
  FifoReader(const FifoReader&) = delete;
  FifoReader& operator=(const FifoReader&) = delete;

  // True once the writer has come and gone.
  bool read(int at_most_ms) {
    pollfd waiting{file_, POLLIN, 0};
    if (::poll(&waiting, 1, at_most_ms) <= 0) return false;
    std::array<char, 65'536> bytes{};
    const ssize_t got = ::read(file_, bytes.data(), bytes.size());
    if (got > 0) text_.append(bytes.data(), static_cast<std::size_t>(got));
    return got == 0;
  }
  const std::string& text() const { return text_; }

 private:
  int file_;
  std::string text_;
};

Visitor::Visitor(const Site& site, const Words& settings)
    : list_(make_fifo(site.out() / "now.json")), kiosk_(command_line(site, settings)) {}

// The kiosk first: it may be writing to the list.
Visitor::~Visitor() {
  kiosk_.kill_now();
}

void Visitor::does(std::string_view lines) {
  kiosk_.say(std::string(lines) + "\n");
}

Shown Visitor::shown() {
  const std::optional<Shown> shown = shown_within(kPatienceMs);
  if (!shown) throw ProgramFault("the kiosk shows nothing, but said: " + kiosk_.errors());
  return *shown;
}

std::optional<Shown> Visitor::shown_within(int at_most_ms) {
  constexpr int kLookMs = 20;  // between looks at whether the kiosk lives
  const auto until = steady_clock::now() + std::chrono::milliseconds(at_most_ms);
  if (!reader_) {
    reader_ = std::make_unique<FifoReader>(list_);
    does("elements now");
  }
  while (!reader_->read(std::min(kLookMs, at_most_ms))) {
    if (kiosk_.ended() || steady_clock::now() > until) return std::nullopt;
  }
  return shown_from_json(std::exchange(reader_, nullptr)->text());
}

void Visitor::starts_fault_report() {
  does("wait home.services 10s\npress home.services\nwait service.fault_report\npress service.fault_report");
  does("press q.kind.streetlight\npress nav.next\nwait q.location");
}

void Visitor::fills_in(const std::string& place) {
  does("type q.location \"" + place + "\"\npress key.done\npress nav.next");
  does("type q.description \"Lampan lyser inte alls.\"\npress key.done\npress nav.next");
  does("press q.contact.none\npress nav.next\nwait review.send");
}

void Visitor::leaves() {
  kiosk_.end_input();
  if (const int status = kiosk_.wait(); status != 0)
    throw ProgramFault("the visit failed: " + kiosk_.errors());
}

std::string reference_in(const Shown& shown) {
  const auto found = shown.find("receipt.reference");
  return found == shown.end() ? "" : found->second.value;
}

}  // namespace lotsen::tests
