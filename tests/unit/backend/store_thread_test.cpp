#include "services/backend/store/store_thread.h"

#include <atomic>
#include <future>

#include "services/backend/work/worker_pool.h"
#include "tests/support/catch.h"
#include "tests/support/kept_log.h"
#include "tests/support/memory_store.h"

namespace lotsen::store {
namespace {

struct Fixture {
  tests::MemoryStore store;
  metrics::Metrics metrics;
  tests::KeptLog log;
  StoreThread thread{store, metrics, log};

  std::future<Result<std::size_t>> post(work::Once<Result<void>(Store&)> change) {
    auto promise = std::make_unique<std::promise<Result<std::size_t>>>();
    auto future = promise->get_future();
    thread.post({std::move(change), [promise = std::move(promise)](Result<std::size_t> done) {
                   promise->set_value(std::move(done));
                 }});
    return future;
  }
  std::future<Result<std::size_t>> put_kiosk(const std::string& id) {
    return post([id](Store& store_) { return store_.put_kiosk({{id}, "key"}, 1); });
  }
};

}  // namespace

TEST_CASE("jobs that wait are committed as one group and told how large it was") {
  Fixture f;
  std::promise<void> begun;
  std::promise<void> go_on;
  auto blocker = f.post([&](Store&) -> Result<void> {
    begun.set_value();
    go_on.get_future().wait();
    return {};
  });
  begun.get_future().wait();
  auto first = f.put_kiosk("a");
  auto second = f.put_kiosk("b");
  go_on.set_value();
  CHECK(blocker.get() == 1U);
  CHECK(first.get() == 2U);
  CHECK(second.get() == 2U);
}

TEST_CASE("when the commit fails, nobody hears yes") {
  Fixture f;
  f.store.fail_commits(true);
  const auto result = f.put_kiosk("a").get();
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::io);
  CHECK(f.log.has("store.commit_failed"));
}

TEST_CASE("a change that fails tells its own owner only") {
  Fixture f;
  const auto bad = f.post([](Store&) -> Result<void> { return fail(ErrorCode::not_found, "none"); }).get();
  CHECK(bad.error().code == ErrorCode::not_found);
  CHECK(f.put_kiosk("a").get());
}

TEST_CASE("stopping finishes what is queued, and later jobs hear that it is too late") {
  Fixture f;
  auto queued = f.put_kiosk("a");
  f.thread.stop();
  CHECK(queued.get());
  CHECK(f.put_kiosk("b").get().error().code == ErrorCode::unavailable);
}

TEST_CASE("a worker pool runs every task that was posted before it stopped") {
  std::atomic<int> ran = 0;
  work::WorkerPool pool(3);
  for (int i = 0; i < 100; ++i) pool.post([&ran] { ++ran; });
  pool.stop();
  CHECK(ran == 100);
  pool.post([&ran] { ++ran; });
  pool.stop();
  CHECK(ran == 100);
}

}  // namespace lotsen::store
