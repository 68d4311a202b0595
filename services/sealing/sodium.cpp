#include "services/sealing/sodium.h"

#include <cstdlib>

namespace lotsen::sealing {

void ensure_sodium() {
  static const bool ready = sodium_init() >= 0;
  if (!ready) std::abort();
}

}  // namespace lotsen::sealing
