#include "services/http/curl_client.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <new>
#include <utility>

#include "services/http/curl_transfer.h"
#include "services/http/request_rules.h"

namespace lotsen::http {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kLongestWait = std::chrono::hours(24 * 20);  // curl_multi_poll counts in an int

void initialise_libcurl() {
  static std::once_flag once;
  std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
}

struct CleanUpMulti {
  void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};

class CurlClient : public HttpClient {
 public:
  explicit CurlClient(CurlOptions options) : options_(std::move(options)), multi_(curl_multi_init()) {
    if (!multi_) throw std::bad_alloc();
  }
  ~CurlClient() override {
    while (!running_.empty()) forget(running_.begin()->first);
  }

  RequestId start(Request request) override;
  void cancel(RequestId id) override;
  std::vector<Finished> wait(milliseconds at_most) override;
  void set_offline(bool offline) override;
  void wake() override;

 private:
  Result<void> begin(RequestId id, Request request);
  void forget(RequestId id);
  void drive();
  void collect(const CURLMsg& message);

  CurlOptions options_;
  std::unique_ptr<CURLM, CleanUpMulti> multi_;
  std::map<RequestId, std::unique_ptr<CurlTransfer>> running_;
  std::vector<Finished> finished_;
  std::uint64_t last_id_ = 0;
  bool offline_ = false;
  std::atomic<bool> woken_ = false;
};

RequestId CurlClient::start(Request request) {
  const RequestId id{++last_id_};
  if (Result<void> begun = begin(id, std::move(request)); !begun) {
    finished_.push_back({id, tl::unexpected(begun.error())});
  }
  return id;
}

Result<void> CurlClient::begin(RequestId id, Request request) {
  if (offline_) return fail(ErrorCode::unavailable, "offline");
  if (Result<void> allowed = check(request); !allowed) return allowed;
  auto transfer = std::make_unique<CurlTransfer>(id, std::move(request), options_);
  if (!transfer->usable()) return fail(ErrorCode::internal, "libcurl refuses one of our limits");
  if (curl_multi_add_handle(multi_.get(), transfer->handle()) != CURLM_OK) {
    return fail(ErrorCode::internal, "libcurl does not take the request");
  }
  running_.emplace(id, std::move(transfer));
  return {};
}

void CurlClient::forget(RequestId id) {
  const auto found = running_.find(id);
  if (found == running_.end()) return;
  curl_multi_remove_handle(multi_.get(), found->second->handle());
  running_.erase(found);
}

void CurlClient::cancel(RequestId id) {
  forget(id);
  std::erase_if(finished_, [id](const Finished& finished) { return finished.id == id; });
}

std::vector<Finished> CurlClient::wait(milliseconds at_most) {
  const auto deadline = steady_clock::now() + std::clamp(at_most, milliseconds(0), kLongestWait);
  for (;;) {
    drive();
    const bool woken = woken_.exchange(false);
    const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
    if (woken || !finished_.empty() || left.count() <= 0) break;
    if (curl_multi_poll(multi_.get(), nullptr, 0, static_cast<int>(left.count()), nullptr) != CURLM_OK) break;
  }
  return std::exchange(finished_, {});
}

void CurlClient::drive() {
  int running = 0;
  curl_multi_perform(multi_.get(), &running);
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg == CURLMSG_DONE) collect(*message);
  }
}

void CurlClient::collect(const CURLMsg& message) {
  const CURLcode code = message.data.result;  // the message dies with its handle
  CurlTransfer& transfer = CurlTransfer::of(message.easy_handle);
  const RequestId id = transfer.id();
  finished_.push_back({id, transfer.result(code)});
  forget(id);
}

void CurlClient::set_offline(bool offline) {
  offline_ = offline;
  while (offline && !running_.empty()) {
    const RequestId id = running_.begin()->first;
    forget(id);
    finished_.push_back({id, fail(ErrorCode::unavailable, "offline")});
  }
}

void CurlClient::wake() {
  woken_ = true;
  curl_multi_wakeup(multi_.get());
}

}  // namespace

std::unique_ptr<HttpClient> make_curl_client(CurlOptions options) {
  initialise_libcurl();
  return std::make_unique<CurlClient>(std::move(options));
}

}  // namespace lotsen::http
