// The JSON of an envelope's body. Written in one way; read strictly, so that one body has one meaning for
// everyone who looks at it: every field once, none besides, each in its one spelling.
#pragma once
#include <string>

#include "services/sealing/envelope.h"

namespace lotsen::sealing {

inline constexpr std::size_t kMaxBodyBytes = 256 * 1024;

std::string to_body(const Envelope& envelope);

}  // namespace lotsen::sealing
