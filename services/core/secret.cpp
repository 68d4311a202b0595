#include "services/core/secret.h"

#include <utility>

#include "services/core/wipe.h"

namespace lotsen {

Secret::Secret(std::string_view text) : bytes_(text.begin(), text.end()) {}

Secret::Secret(const Secret& other) = default;

Secret::Secret(Secret&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

Secret& Secret::operator=(const Secret& other) {
  if (this != &other) *this = Secret(other);
  return *this;
}

Secret& Secret::operator=(Secret&& other) noexcept {
  if (this == &other) return *this;
  clear();
  bytes_ = std::exchange(other.bytes_, {});
  return *this;
}

Secret::~Secret() {
  clear();
}

void Secret::clear() {
  wipe(bytes_.data(), bytes_.size());
  bytes_.clear();
}

// A new buffer each time: a vector that grows by itself would leave its old buffer unwiped.
void Secret::insert(std::size_t at, std::string_view text) {
  std::vector<char> longer;
  longer.reserve(bytes_.size() + text.size());
  const auto middle = bytes_.begin() + static_cast<std::ptrdiff_t>(at);
  longer.insert(longer.end(), bytes_.begin(), middle);
  longer.insert(longer.end(), text.begin(), text.end());
  longer.insert(longer.end(), middle, bytes_.end());
  clear();
  bytes_ = std::move(longer);
}

void Secret::erase(std::size_t at, std::size_t count) {
  std::vector<char> shorter(bytes_.begin(), bytes_.begin() + static_cast<std::ptrdiff_t>(at));
  shorter.insert(shorter.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(at + count), bytes_.end());
  clear();
  bytes_ = std::move(shorter);
}

}  // namespace lotsen
