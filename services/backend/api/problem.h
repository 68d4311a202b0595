// Problem: every error the backend answers, as RFC 9457 `application/problem+json`. The ids are stable. A
// kiosk quarantines a record on 400, 413, 415 and 422 and tries again on all else (kiosk/delivery), so a
// status from that list is only for what can never succeed.
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "services/backend/api/exchange.h"
#include "services/backend/cases/refusal.h"

namespace lotsen::api {

struct Problem {
  std::string_view id;  // "not-found": urn:lotsen:problem:not-found
  int status;
  std::string_view title;
};

namespace problems {
inline constexpr Problem kMalformed{"malformed-request", 400, "The request is not well-formed HTTP."};
inline constexpr Problem kNotAHelpCall{"not-a-help-call", 400, "The body is not a help call."};
inline constexpr Problem kStaffOnly{"staff-only", 403, "Only the staff's side may do this."};
inline constexpr Problem kNotFound{"not-found", 404, "There is nothing at this address."};
inline constexpr Problem kNoSuchCase{"no-such-case", 404, "No case has this reference and code."};
inline constexpr Problem kNoSuchHelpCall{"no-such-help-call", 404, "There is no such help call."};
inline constexpr Problem kMethod{"method-not-allowed", 405, "This address does not take this method."};
inline constexpr Problem kIncomplete{"request-incomplete", 408, "The request ended too early."};
inline constexpr Problem kTaken{"help-call-taken", 409, "Another kiosk made this help call."};
inline constexpr Problem kBodyTooLarge{"body-too-large", 413, "The body is larger than this server takes."};
inline constexpr Problem kNotJson{"unsupported-media-type", 415, "The body must be application/json."};
inline constexpr Problem kTooManyTries{"too-many-tries", 429, "Too many wrong tries; wait before the next."};
inline constexpr Problem kHeaderTooLarge{"header-too-large", 431,
                                         "The header is larger than this server takes."};
inline constexpr Problem kBusy{"busy", 503, "The server is busy; try again soon."};
inline constexpr Problem kStoreBroken{"store-unavailable", 503,
                                      "The server cannot store anything right now."};
}  // namespace problems

Problem problem_of(cases::Refused reason);
std::vector<Problem> all_problems();  // for the test that holds the OpenAPI file against them

Response respond(const Problem& problem);
Response respond(const Problem& problem, int retry_after_s);
Response respond(const cases::Refusal& refusal);  // with the faults by question and code, never with values

}  // namespace lotsen::api
