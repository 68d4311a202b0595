// The bodies of the help call routes. Decoding takes any bytes.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "services/backend/store/store.h"

namespace lotsen::api {

struct HelpCallBody {
  HelpCallId id;
  KioskId kiosk;
};

Result<HelpCallBody> help_call_from_json(std::string_view body);  // bad_input
std::string to_json(const store::HelpCallRow& call);
std::string to_json(const std::vector<store::HelpCallRow>& calls);

}  // namespace lotsen::api
