// ReadCase: shows a case to whoever holds its reference and code. A wrong code, a missing code and an unknown
// reference look the same from outside, and wrong tries are limited by reference and by peer. Runs on the
// store thread, one read at a time, so that tries sent at once are counted one after the other.
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "services/backend/cases/tries.h"
#include "services/backend/publishing/form_archive.h"
#include "services/backend/store/store.h"
#include "services/core/secret.h"

namespace lotsen::cases {

struct CaseQuestion {
  std::string reference;  // as asked for
  Secret code;            // empty when none was given
  std::string peer;       // the address asking
};

struct CaseView {
  store::CaseRow row;
  std::string title;  // of the form, in the visitor's language
  std::string department;
};
struct NoSuchCase {};
struct Locked {
  int retry_after_s;
};
using CaseAnswer = std::variant<CaseView, NoSuchCase, Locked>;

class ReadCase {
 public:
  struct Limits {
    int tries_by_reference = 5;
    int tries_by_peer = 50;
    std::int64_t window_ms = 900'000;
  };
  ReadCase(const publishing::FormArchive& forms, const Limits& limits, const Clock& clock)
      : forms_(forms),
        clock_(clock),
        by_reference_(limits.tries_by_reference, limits.window_ms),
        by_peer_(limits.tries_by_peer, limits.window_ms) {}

  Result<CaseAnswer> run(store::Store& store, const CaseQuestion& question);

 private:
  CaseView view_of(store::CaseRow row) const;
  std::optional<Locked> locked(const std::string& reference, const std::string& peer);

  const publishing::FormArchive& forms_;
  const Clock& clock_;
  Tries by_reference_;
  Tries by_peer_;
};

}  // namespace lotsen::cases
