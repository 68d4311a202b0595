// Delivery: the two lanes to the backend, on one thread over one HttpClient. The durable lane takes sealed
// records and never gives up; the live lane asks short questions and may fail. Nothing here holds plain text.
#pragma once
#include <functional>
#include <string>
#include <variant>

#include "services/core/clock.h"
#include "services/core/ids.h"
#include "services/core/log.h"
#include "services/http/client.h"
#include "services/sealing/keys.h"
#include "services/submission/submission.h"

namespace lotsen::delivery {

// What the backend said about one record.
struct Acknowledged {
  Receipt receipt;
};  // signed, names id and digest: done
struct Refused {
  std::string reason;
};  // permanent: quarantine it
struct Retry {
  std::string reason;
  std::optional<int> after_s;
};  // everything else, never a bare 200
using Verdict = std::variant<Acknowledged, Refused, Retry>;

// Table: status and reply -> verdict. 201/200 with a valid receipt -> Acknowledged; 400 413 415 422 with our
// problem JSON -> Refused; 401/403, 408 409 425 429 5xx, redirects, HTML, no reply, bad receipt -> Retry.
Verdict judge(const Result<http::Reply>& reply, const SubmissionId& id, const std::string& body_digest,
              const sealing::BackendPublicKeys& keys);

// Full jitter: uniform in [0, min(cap, base * 2^tries)], at least Retry-After (itself at most 15 min).
struct BackOff {
  int base_ms = 1'000;
  int cap_ms = 300'000;
};
int delay_ms(const BackOff& back_off, int tries, std::optional<int> retry_after_s, double random_0_1);

}  // namespace lotsen::delivery
