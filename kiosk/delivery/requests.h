// The requests of both lanes. Only sealed bodies, ids and signatures go in; ids in URLs tell nothing.
#pragma once
#include <string>

#include "services/core/ids.h"
#include "services/http/client.h"
#include "services/sealing/envelope.h"
#include "services/sealing/keys.h"

namespace lotsen::delivery {

// POST /v1/submissions. Takes its time: nobody waits, and a repeat is harmless.
http::Request submission_request(const std::string& backend_url, const SubmissionId& id,
                                 sealing::SealedEnvelope envelope);

// The live lane: 3 s in all, no second try.
http::Request send_help_call(const std::string& backend_url, const HelpCallId& call, const KioskId& kiosk,
                             const sealing::KioskSecretKey& key);
http::Request ask_help_call(const std::string& backend_url, const HelpCallId& call);

}  // namespace lotsen::delivery
