// Every block of the heap is overwritten when it is freed. What a visitor typed passes through libraries
// (Pango, GLib, SDL, JSON) that copy it and free the copies as they are; this is the one mechanism that
// reaches them all. glibc's own M_PERTURB does not: blocks that go to the thread cache are left as they are.
// Replacing the family by wrappers of glibc's __libc_ functions is what its manual calls interposition.
// Left out of sanitizer builds, which replace the same functions.
#ifdef LOTSEN_WIPING_FREE

#include <malloc.h>

#include <cstddef>
#include <cstring>

extern "C" {

void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void __libc_free(void* block);

void* malloc(std::size_t size) {
  return __libc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size) {
  return __libc_calloc(count, size);
}

void free(void* block) {
  if (block == nullptr) return;
  explicit_bzero(block, malloc_usable_size(block));
  __libc_free(block);
}

// glibc's realloc would free the old block unwiped when it moves. In place when it fits, else move by hand.
void* realloc(void* block, std::size_t size) {
  if (block == nullptr) return __libc_malloc(size);
  if (size == 0) {
    free(block);
    return nullptr;
  }
  const std::size_t old_size = malloc_usable_size(block);
  if (size <= old_size && size >= old_size / 2) return block;
  void* moved = __libc_malloc(size);
  if (moved == nullptr) return nullptr;
  std::memcpy(moved, block, size < old_size ? size : old_size);
  free(block);
  return moved;
}

}  // extern "C"

#endif  // LOTSEN_WIPING_FREE
