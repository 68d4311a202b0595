#include "services/http/curl_transfer.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace lotsen::http {
namespace {

constexpr std::size_t kMostHeaderBytes = 16 * 1024;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// Retry-After as a date is left alone: a kiosk's wall clock is not to be trusted.
std::optional<int> whole_seconds(std::string_view text) {
  int seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0) return std::nullopt;
  return seconds;
}

// Everything that may be the line is `unavailable`; an answer that is there but not ours is not.
ErrorCode meaning(CURLcode code) {
  switch (code) {
    case CURLE_WRITE_ERROR:           // our own limits
    case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9: bytes without a status line
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_PINNEDPUBKEYNOTMATCH:
      return ErrorCode::unexpected_reply;
    case CURLE_URL_MALFORMAT:
      return ErrorCode::bad_input;
    default:
      return ErrorCode::unavailable;
  }
}

}  // namespace

CurlTransfer::CurlTransfer(RequestId id, Request request, const CurlOptions& options)
    : id_(id), request_(std::move(request)), handle_(curl_easy_init()) {
  if (!handle_) {
    usable_ = false;
    return;
  }
  set_request();
  set_headers();
  set_limits();
  set_trust(options);
  set_receiving();
}

CurlTransfer& CurlTransfer::of(CURL* handle) {
  CurlTransfer* transfer = nullptr;
  curl_easy_getinfo(handle, CURLINFO_PRIVATE, &transfer);
  return *transfer;
}

void CurlTransfer::set_request() {
  set(CURLOPT_PRIVATE, static_cast<void*>(this));
  set(CURLOPT_URL, request_.url.c_str());
  const bool sends = request_.method == "POST" || !request_.body.empty();
  if (sends) {
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
    set(CURLOPT_POSTFIELDS, request_.body.data());  // not copied: request_ outlives the transfer
  }
  if (request_.method != (sends ? "POST" : "GET")) set(CURLOPT_CUSTOMREQUEST, request_.method.c_str());
  if (request_.method == "HEAD") set(CURLOPT_NOBODY, 1L);
}

// "Expect:" alone takes away the header by which libcurl waits for 100 Continue before a large body.
void CurlTransfer::set_headers() {
  curl_slist* list = curl_slist_append(nullptr, "Expect:");
  for (const auto& [name, value] : request_.headers) {
    const std::string line = value.empty() ? name + ";" : name + ": " + value;
    list = curl_slist_append(list, line.c_str());
  }
  headers_.reset(list);
  set(CURLOPT_HTTPHEADER, list);
}

void CurlTransfer::set_limits() {
  const long timeout_ms = std::max(request_.timeout_ms, 2);
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_TIMEOUT_MS, timeout_ms);
  set(CURLOPT_CONNECTTIMEOUT_MS, timeout_ms / 2);
  set(CURLOPT_LOW_SPEED_LIMIT, 1L);
  set(CURLOPT_LOW_SPEED_TIME, std::max(timeout_ms / 2'000, 1L));
  set(CURLOPT_QUICK_EXIT, 1L);  // ending a request never waits for a name server
  set(CURLOPT_PROXY, "");       // whatever the environment says
  set(CURLOPT_NOPROXY, "*");
  set(CURLOPT_MAXREDIRS, 0L);
}

void CurlTransfer::set_trust(const CurlOptions& options) {
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  if (!options.ca_file.empty()) {
    set(CURLOPT_CAINFO, options.ca_file.c_str());
    set(CURLOPT_CAPATH, static_cast<char*>(nullptr));
  }
  if (!options.pinned_public_key.empty()) set(CURLOPT_PINNEDPUBLICKEY, options.pinned_public_key.c_str());
  if (!options.user_agent.empty()) set(CURLOPT_USERAGENT, options.user_agent.c_str());
}

void CurlTransfer::set_receiving() {
  set(CURLOPT_WRITEFUNCTION, &CurlTransfer::on_body);
  set(CURLOPT_WRITEDATA, static_cast<void*>(this));
  set(CURLOPT_HEADERFUNCTION, &CurlTransfer::on_header);
  set(CURLOPT_HEADERDATA, static_cast<void*>(this));
}

// The limit is counted here: libcurl 7.88's MAXFILESIZE does not stop a body of unknown length.
std::size_t CurlTransfer::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<CurlTransfer*>(self);
  std::string& body = transfer.reply_.body;
  const std::size_t length = size * count;
  if (length > transfer.request_.max_reply_bytes - body.size()) {
    transfer.too_long_ = true;
    return 0;
  }
  body.append(bytes, length);
  return length;
}

std::size_t CurlTransfer::on_header(char* bytes, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<CurlTransfer*>(self);
  const std::size_t length = size * count;
  transfer.header_bytes_ += length;
  if (transfer.header_bytes_ > kMostHeaderBytes) {
    transfer.too_long_ = true;
    return 0;
  }
  transfer.read_header({bytes, length});
  return length;
}

void CurlTransfer::read_header(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return;
  const std::string name = lower(trimmed(line.substr(0, colon)));
  const std::string_view value = trimmed(line.substr(colon + 1));
  if (name == "content-type") reply_.content_type = lower(trimmed(value.substr(0, value.find(';'))));
  if (name == "retry-after") reply_.retry_after_s = whole_seconds(value);
}

Result<Reply> CurlTransfer::result(CURLcode code) {
  if (too_long_) return fail(ErrorCode::unexpected_reply, "the reply is longer than allowed");
  if (code != CURLE_OK) return fail(meaning(code), curl_easy_strerror(code));
  long status = 0;
  curl_easy_getinfo(handle(), CURLINFO_RESPONSE_CODE, &status);
  reply_.status = static_cast<int>(status);
  return std::move(reply_);
}

}  // namespace lotsen::http
