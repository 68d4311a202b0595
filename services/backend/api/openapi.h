// The description of this API that is served at /openapi.json: openapi.json of this folder, built in.
#pragma once
#include <string_view>

namespace lotsen::api {

std::string_view openapi_json();

}  // namespace lotsen::api
