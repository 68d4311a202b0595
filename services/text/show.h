// Reads what a typesetter has set. For services/text alone.
#pragma once
#include "services/text/shown.h"
#include "services/text/typesetter.h"

namespace lotsen::text {

Shown shown_by(const Typesetter& typesetter);

}  // namespace lotsen::text
