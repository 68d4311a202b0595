// Tries: counts wrong guesses under a name and says when to stop. In memory: a restart forgets them, which
// with 40 random bits a code leaves guessing hopeless. Bounded: when too many names are counted at once, the
// whole counter answers as locked rather than forgetting anybody. Safe from any thread.
#pragma once
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "services/core/clock.h"

namespace lotsen::cases {

class Tries {
 public:
  Tries(int allowed, std::int64_t window_ms) : allowed_(allowed), window_ms_(window_ms) {}

  // Milliseconds until the next try is allowed; nothing when it is allowed now.
  std::optional<std::int64_t> locked_for_ms(const std::string& name, SteadyMs now);
  void wrong(const std::string& name, SteadyMs now);

 private:
  struct Count {
    int wrong = 0;
    SteadyMs ends = 0;  // the window begins with the first wrong try
  };
  void drop_ended(SteadyMs now);

  static constexpr std::size_t kMostNames = 100'000;
  const int allowed_;
  const std::int64_t window_ms_;
  std::mutex mutex_;
  std::map<std::string, Count> counts_;
};

}  // namespace lotsen::cases
