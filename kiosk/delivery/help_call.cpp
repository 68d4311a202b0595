#include "kiosk/delivery/help_call.h"

#include "kiosk/delivery/help_call_json.h"

namespace lotsen::delivery {

HelpAnswer judge_help(const Result<http::Reply>& reply, const HelpCallId& call) {
  if (!reply || reply->status < 200 || reply->status > 299) return HelpAnswer::failed;
  const std::optional<HelpCallStatus> status = help_call_from_json(reply->body);
  if (!status || status->id != call) return HelpAnswer::failed;
  return status->acknowledged ? HelpAnswer::acknowledged : HelpAnswer::waiting;
}

}  // namespace lotsen::delivery
