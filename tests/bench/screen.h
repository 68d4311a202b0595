// Screen: what a measuring program sees of an X display, and its hand on it (Xlib and XTest).
#pragma once
#include <memory>
#include <vector>

struct _XDisplay;

namespace lotsen::bench {

struct Point {
  int x = 0;
  int y = 0;
};

struct Area {
  Point from;
  int width = 1;
  int height = 1;
};

using Pixels = std::vector<unsigned>;  // 0xRRGGBB, row by row

class Screen {
 public:
  static std::unique_ptr<Screen> open();  // of $DISPLAY; null when there is none
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  Pixels pixels(const Area& area) const;
  unsigned pixel(Point at) const;
  void move_pointer(Point to);
  void press(bool down);  // the first mouse button

 private:
  explicit Screen(_XDisplay* display) : display_(display) {}
  _XDisplay* display_;
};

}  // namespace lotsen::bench
