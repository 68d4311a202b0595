// Result: how everything that can go wrong outside the program is reported. A bug is not a Result: it
// terminates. Used by every folder; no thread rules, these are values.
#pragma once
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace lotsen {

// What went wrong, as far as anyone can act on it. Three tables read it: what the visitor is told, whether
// to try again, and which HTTP status to answer.
enum class ErrorCode {
  bad_input,         // the data handed over breaks a rule; trying again gives the same answer
  not_found,         // there is no such thing
  conflict,          // the same id was used for something else
  forbidden,         // the caller may not, or a signature does not hold
  too_many,          // asked too often; try later
  full,              // no room left on disk or in a queue
  io,                // a file or database could not be read or written
  corrupt,           // stored data is damaged
  unavailable,       // the other side could not be reached or did not answer in time
  refused,           // the other side said no for good
  unexpected_reply,  // the other side answered something that is not ours (a captive portal, HTML)
  internal,          // a rule of our own did not hold
};

// `detail` is for the log and for staff: it names files, keys and places and never holds personal data.
struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string detail;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string detail) {
  return tl::unexpected<Error>(Error{code, std::move(detail)});
}

}  // namespace lotsen
