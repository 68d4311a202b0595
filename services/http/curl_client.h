// HttpClient over libcurl. The one way to make it; libcurl itself is initialised by the first, so make it on
// the thread that will use it and not on the one that draws.
#pragma once
#include <memory>
#include <string>

#include "services/http/client.h"

namespace lotsen::http {

struct CurlOptions {
  std::string ca_file;            // PEM of the only authority trusted; empty: the system's
  std::string pinned_public_key;  // "sha256//base64", several joined by ';'; empty: no pin
  std::string user_agent;
};

std::unique_ptr<HttpClient> make_curl_client(CurlOptions options);

}  // namespace lotsen::http
