// Signatures beside the envelope's: the backend's on receipts, the kiosk's on live requests.
#pragma once
#include "services/sealing/keys.h"
#include "services/submission/submission.h"

namespace lotsen::sealing {

// Over "lotsen-receipt-v1\n<id>\n<reference>\n<digest>\n<received, ms>": sets receipt.signature.
void sign(Receipt& receipt, const BackendSecretKeys& keys);
bool receipt_holds(const Receipt& receipt, const BackendPublicKeys& keys);

// Any body of a kiosk, e.g. a help call: base64 Ed25519. Checked with signature_holds (envelope.h).
std::string sign_body(std::string_view body, const KioskSecretKey& key);

// BLAKE2b-256 of an access code, salted by its reference: what the backend keeps instead of the code.
std::string access_code_hash(const CaseReference& reference, const Secret& code);
bool equal_in_constant_time(std::string_view a, std::string_view b);

}  // namespace lotsen::sealing
