// One request on its way: libcurl's easy handle with all our limits set, and what has come back so far. Used
// by CurlClient only, on its thread.
#pragma once
#include <curl/curl.h>

#include <memory>
#include <string_view>

#include "services/http/client.h"
#include "services/http/curl_client.h"

namespace lotsen::http {

class CurlTransfer {
 public:
  CurlTransfer(RequestId id, Request request, const CurlOptions& options);
  CurlTransfer(const CurlTransfer&) = delete;  // libcurl holds pointers into it
  CurlTransfer& operator=(const CurlTransfer&) = delete;

  // False when this libcurl lacks something that our limits need: such a request must not be sent.
  bool usable() const { return usable_; }
  RequestId id() const { return id_; }
  CURL* handle() const { return handle_.get(); }
  static CurlTransfer& of(CURL* handle);

  Result<Reply> result(CURLcode code);  // once, when libcurl is done

 private:
  struct CleanUp {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
  };

  template <class Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(handle(), option, value) != CURLE_OK) usable_ = false;
  }
  void set_request();
  void set_headers();
  void set_limits();
  void set_trust(const CurlOptions& options);
  void set_receiving();

  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
  static std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* self);
  void read_header(std::string_view line);

  RequestId id_;
  Request request_;
  std::unique_ptr<curl_slist, CleanUp> headers_;
  std::unique_ptr<CURL, CleanUp> handle_;  // after what it points to
  bool usable_ = true;
  bool too_long_ = false;
  std::size_t header_bytes_ = 0;
  Reply reply_;
};

}  // namespace lotsen::http
