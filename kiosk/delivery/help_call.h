// What the backend said about a help call. A wrong "somebody is coming" is worse than a wrong "nobody
// answers": only JSON that names this very call counts.
#pragma once
#include "services/core/ids.h"
#include "services/http/client.h"

namespace lotsen::delivery {

enum class HelpAnswer { waiting, acknowledged, failed };

HelpAnswer judge_help(const Result<http::Reply>& reply, const HelpCallId& call);

}  // namespace lotsen::delivery
