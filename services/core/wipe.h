// Overwriting memory that held personal data, so that nothing of a visit outlives it.
#pragma once
#include <cstddef>

namespace lotsen {

// Overwrites `size` bytes with zeros; the compiler may not leave it out.
void wipe(void* memory, std::size_t size);

// Overwrites the dead part of the calling thread's stack, where temporaries of finished calls still lie.
// Call it from as shallow a frame as possible: frames that are still live are not touched.
void wipe_dead_stack();

}  // namespace lotsen
