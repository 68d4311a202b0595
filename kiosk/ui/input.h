// Input: what happened since the last pass, in the window's terms; made by the shell from SDL events.
#pragma once
#include <vector>

#include "services/core/clock.h"
#include "services/core/secret.h"

namespace lotsen::ui {

enum class Key { tab, shift_tab, enter, space, escape, left, right, up, down, home, end, backspace, erase };

// One pass takes one edge of the pointer at most: press and release come in two passes.
struct Input {
  float pointer_x = -1;
  float pointer_y = -1;
  bool pointer_down = false;
  std::vector<Key> keys;
  Secret text;  // typed on a hardware keyboard
};

}  // namespace lotsen::ui
