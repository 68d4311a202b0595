#include "services/backend/api/replies.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace lotsen::api {
namespace asio = boost::asio;

asio::awaitable<std::optional<Response>> Replies::ask(Api& api, Request request,
                                                      std::chrono::milliseconds at_most) {
  // Forgets the id however this coroutine ends, also when it is destroyed while it waits.
  struct Entry {
    Replies& replies;
    std::uint64_t id;
    ~Entry() { replies.waiting_.erase(id); }
  };
  Waiting waiting(io_);
  const Entry entry{*this, ++last_id_};
  waiting_.emplace(entry.id, &waiting);
  waiting.arrived.expires_after(at_most);
  api.handle(std::move(request), responder_for(entry.id));
  if (!waiting.response) co_await waiting.arrived.async_wait(asio::as_tuple(asio::use_awaitable));
  co_return std::move(waiting.response);
}

Responder Replies::responder_for(std::uint64_t id) {
  return [this, id](Response response) {
    asio::dispatch(
        io_, [this, id, response = std::move(response)]() mutable { deliver(id, std::move(response)); });
  };
}

void Replies::deliver(std::uint64_t id, Response response) {
  const auto found = waiting_.find(id);
  if (found == waiting_.end()) return;
  found->second->response = std::move(response);
  found->second->arrived.cancel();
}

}  // namespace lotsen::api
