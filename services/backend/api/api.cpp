#include "services/backend/api/api.h"

#include "services/backend/api/forms_json.h"
#include "services/backend/api/openapi.h"
#include "services/backend/api/problem.h"
#include "services/backend/metrics/stopwatch.h"
#include "services/sealing/envelope.h"

namespace lotsen::api {
namespace {

constexpr int kStoreRetryS = 5;

bool is_json(const Request& head) {
  const std::string type = head.header("content-type").value_or("");
  const std::string_view media(type.data(), std::min(type.find(';'), type.size()));
  constexpr std::string_view kJson = "application/json";
  const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
  const std::size_t end = media.find_last_not_of(" \t");
  const std::string_view trimmed = media.substr(0, end == media.npos ? 0 : end + 1);
  return std::equal(trimmed.begin(), trimmed.end(), kJson.begin(), kJson.end(), same);
}

}  // namespace

Api::Api(const Parts& parts) : parts_(parts), forms_body_(forms_to_json(parts.forms.latest())) {
  forms_etag_ = '"' + sealing::digest(forms_body_).substr(0, 32) + '"';
}

std::optional<Response> Api::refuse_early(const Request& head) const {
  const Match matched = match(head.method, head.path);
  if (std::holds_alternative<NoRoute>(matched)) return respond(problems::kNotFound);
  if (const auto* wrong = std::get_if<WrongMethod>(&matched)) {
    Response response = respond(problems::kMethod);
    response.headers.emplace_back("Allow", wrong->allow);
    return response;
  }
  if (std::get<Matched>(matched).route->takes_json && !is_json(head)) return respond(problems::kNotJson);
  return std::nullopt;
}

void Api::handle(Request request, Responder responder) {
  Match matched = match(request.method, request.path);
  auto* found = std::get_if<Matched>(&matched);
  if (found == nullptr) return responder(respond(problems::kNotFound));
  request.id = std::move(found->id);
  (this->*found->route->handle)(std::move(request), measured(*found->route, std::move(responder)));
}

Responder Api::measured(const Route& route, Responder responder) const {
  return [&route, &metrics = parts_.metrics, watch = metrics::Stopwatch(),
          responder = std::move(responder)](Response response) mutable {
    metrics.answered(route.name, response.status, watch.seconds());
    responder(std::move(response));
  };
}

void Api::list_forms(Request request, Responder responder) {
  Response response{200, {}, "application/json", {{"ETag", forms_etag_}, {"Cache-Control", "no-cache"}}};
  if (request.header("if-none-match") == forms_etag_) {
    response.status = 304;
  } else {
    response.body = forms_body_;
  }
  responder(std::move(response));
}

void Api::health(Request, Responder responder) {
  answer_from_store(
      parts_.store,
      [](store::Store& store) -> Result<Response> {
        if (Result<void> ok = store.probe(); !ok) return tl::unexpected(ok.error());
        return Response{200, R"({"status":"ok"})"};
      },
      std::move(responder));
}

void Api::metrics(Request, Responder responder) {
  responder({200, parts_.metrics.prometheus_text(), "text/plain; version=0.0.4; charset=utf-8"});
}

void Api::openapi(Request, Responder responder) {
  responder({200, std::string(openapi_json())});
}

void answer_from_store(store::StoreThread& store, work::Once<Result<Response>(store::Store&)> change,
                       Responder responder) {
  struct Errand {
    work::Once<Result<Response>(store::Store&)> change;
    Responder responder;
    Response response;
  };
  auto errand = std::make_unique<Errand>(Errand{std::move(change), std::move(responder), {}});
  Errand& working = *errand;  // the job's second half keeps it until it is done
  store.post({[&working](store::Store& rows) -> Result<void> {
                Result<Response> response = working.change(rows);
                if (!response) return tl::unexpected(response.error());
                working.response = std::move(*response);
                return {};
              },
              [errand = std::move(errand)](Result<std::size_t> committed) {
                if (committed) return errand->responder(std::move(errand->response));
                errand->responder(respond(problems::kStoreBroken, kStoreRetryS));
              }});
}

}  // namespace lotsen::api
