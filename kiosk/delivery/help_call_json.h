// The JSON of a help call.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "services/core/ids.h"

namespace lotsen::delivery {

struct HelpCallStatus {
  HelpCallId id;
  bool acknowledged = false;
};

std::string help_call_to_json(const HelpCallId& call, const KioskId& kiosk);  // {"id":"…","kiosk":"…"}
// {"id":"…","state":"waiting"|"acknowledged"}; nothing for anything else. Any bytes are safe to hand over.
std::optional<HelpCallStatus> help_call_from_json(std::string_view json);

}  // namespace lotsen::delivery
