#include "services/core/wipe.h"

#include <cstring>

namespace lotsen {

void wipe(void* memory, std::size_t size) {
  if (size > 0) explicit_bzero(memory, size);
}

// Half a mebibyte: several times deeper than any call of ours reaches, and well inside the smallest stack we
// run on (8 MiB, the default of Linux for the main thread and for std::jthread).
__attribute__((noinline)) void wipe_dead_stack() {
  unsigned char dead[512 * 1024];
  wipe(dead, sizeof dead);
}

}  // namespace lotsen
