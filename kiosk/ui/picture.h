// Picture: an alpha image that draw lists point at, by ImTextureID. The serial tells the renderer whether
// what it drew is still what is there; addresses are used again, serials are not.
#pragma once
#include <atomic>
#include <cstdint>
#include <utility>

#include "services/text/text.h"

namespace lotsen::ui {

struct Picture {
  explicit Picture(text::Image drawn) : serial(next_serial()), image(std::move(drawn)) {}
  std::uint64_t serial;
  text::Image image;

 private:
  static std::uint64_t next_serial() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
  }
};

}  // namespace lotsen::ui
