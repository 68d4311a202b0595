#include "services/backend/api/beast_exchange.h"

#include <ctime>

#include "services/backend/api/problem.h"

namespace lotsen::api {
namespace http = boost::beast::http;
namespace {

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  return lower;
}

std::string_view view(boost::beast::string_view text) {
  return {text.data(), text.size()};
}

std::string http_date(UtcMs now) {
  const auto seconds = static_cast<std::time_t>(now / 1000);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  char text[40];
  return {text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts)};
}

}  // namespace

Request head_of(const http::request<http::string_body>& message) {
  Request request;
  request.method = view(message.method_string());
  const std::string_view target = view(message.target());
  request.path = target.substr(0, target.find('?'));
  for (const auto& field : message) {
    request.headers.emplace_back(lower_case(view(field.name_string())), view(field.value()));
  }
  return request;
}

http::response<http::string_body> to_beast(Response response, UtcMs now) {
  http::response<http::string_body> message;
  message.result(static_cast<unsigned>(response.status));
  message.set(http::field::date, http_date(now));
  if (!response.body.empty()) {
    message.set(http::field::content_type, response.content_type);
    message.set("X-Content-Type-Options", "nosniff");
  }
  for (const auto& [name, value] : response.headers) message.set(name, value);
  message.body() = std::move(response.body);
  return message;
}

std::optional<Response> answer_to(const boost::beast::error_code& fault) {
  using http::error;
  if (fault == error::header_limit || fault == error::buffer_overflow)
    return respond(problems::kHeaderTooLarge);
  if (fault == error::body_limit) return respond(problems::kBodyTooLarge);
  if (fault == error::end_of_stream) return std::nullopt;
  if (fault == error::partial_message) return respond(problems::kIncomplete);
  const bool of_http = fault.category() == http::make_error_code(error::bad_method).category();
  return of_http ? std::optional(respond(problems::kMalformed)) : std::nullopt;
}

}  // namespace lotsen::api
