#include "services/http/request_rules.h"

#include <algorithm>
#include <string_view>

namespace lotsen::http {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f;
}

bool is_token_character(char c) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letter || (c >= '0' && c <= '9') || kMarks.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_token_character);
}

bool is_header_value(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return c != '\t' && is_control(c); });
}

bool is_url(std::string_view url) {
  if (!url.starts_with("http://") && !url.starts_with("https://")) return false;
  return std::none_of(url.begin(), url.end(), [](char c) { return c == ' ' || is_control(c); });
}

}  // namespace

// The faulty text itself stays out of the error: it might hold what it must not.
Result<void> check(const Request& request) {
  if (!is_url(request.url)) return fail(ErrorCode::bad_input, "the URL is not plain http or https");
  if (!is_token(request.method)) return fail(ErrorCode::bad_input, "the HTTP method is not a token");
  for (const auto& [name, value] : request.headers) {
    if (!is_token(name)) return fail(ErrorCode::bad_input, "a header name is not a token");
    if (!is_header_value(value)) return fail(ErrorCode::bad_input, "a control character in header " + name);
  }
  return {};
}

}  // namespace lotsen::http
