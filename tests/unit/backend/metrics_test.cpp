#include "services/backend/metrics/metrics.h"

#include "tests/support/catch.h"

namespace lotsen::metrics {

TEST_CASE("what was counted is served as Prometheus text") {
  Metrics metrics;
  metrics.answered("health", 200, 0.002);
  metrics.answered("health", 200, 20);
  metrics.registered();
  metrics.refused("seal-broken");
  metrics.committed(3);
  const std::string text = metrics.prometheus_text();
  const auto has = [&](const std::string& line) { return text.find(line + "\n") != std::string::npos; };
  CHECK(has(R"(lotsen_http_requests_total{route="health",status="200"} 2)"));
  CHECK(has("lotsen_submissions_registered_total 1"));
  CHECK(has("lotsen_submissions_repeated_total 0"));
  CHECK(has(R"(lotsen_submissions_refused_total{reason="seal-broken"} 1)"));
  CHECK(has(R"(lotsen_http_request_seconds_bucket{le="0.0025"} 1)"));
  CHECK(has(R"(lotsen_http_request_seconds_bucket{le="10"} 1)"));
  CHECK(has(R"(lotsen_http_request_seconds_bucket{le="+Inf"} 2)"));
  CHECK(has("lotsen_http_request_seconds_sum 20.002"));
  CHECK(has(R"(lotsen_commit_batch_size_bucket{le="4"} 1)"));
  CHECK(has("# TYPE lotsen_commit_batch_size histogram"));
}

}  // namespace lotsen::metrics
