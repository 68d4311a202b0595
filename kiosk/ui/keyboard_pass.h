// What Keyboard knows of its keys while it draws once: for keyboard.cpp and keyboard_rows.cpp only.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/keyboard.h"
#include "kiosk/ui/ui.h"

namespace lotsen::ui {

enum class Does { type, erase, left, right, shift, signs, globe, done };

struct Keyboard::Stroke {
  KeyCap cap;
  Does does = Does::type;
  std::string text = {};         // that it types
  std::string_view offers = {};  // by a long press
  float width = 0;               // 0 = a column; in the lowest row: its share of what the others leave
};

// Design pixels: as many rows as the kind needs, of eleven columns.
struct Grid {
  float left = 0;
  float width = 0;  // of all columns with their gaps
  float column = 0;
  float key_height = 0;
  float y = 0;  // of the row that comes next
};
Grid grid_of(const Ui& ui, KeyboardKind kind);

struct Keyboard::Pass {
  Ui& ui;
  Grid grid;
  Output out;
  std::vector<Stroke> strokes;  // what was pressed; done after all is drawn
  bool held = false;            // a finger is on a key
};

}  // namespace lotsen::ui
