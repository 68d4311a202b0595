#include "tests/bench/screen.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XTest.h>

namespace lotsen::bench {

std::unique_ptr<Screen> Screen::open() {
  Display* display = XOpenDisplay(nullptr);
  return display ? std::unique_ptr<Screen>(new Screen(display)) : nullptr;
}

Screen::~Screen() {
  XCloseDisplay(display_);
}

Pixels Screen::pixels(const Area& area) const {
  XImage* image =
      XGetImage(display_, DefaultRootWindow(display_), area.from.x, area.from.y,
                static_cast<unsigned>(area.width), static_cast<unsigned>(area.height), AllPlanes, ZPixmap);
  Pixels pixels;
  for (int y = 0; y < area.height; ++y)
    for (int x = 0; x < area.width; ++x)
      pixels.push_back(static_cast<unsigned>(XGetPixel(image, x, y) & 0xffffff));
  XDestroyImage(image);
  return pixels;
}

unsigned Screen::pixel(Point at) const {
  return pixels({at}).front();
}

void Screen::move_pointer(Point to) {
  XTestFakeMotionEvent(display_, 0, to.x, to.y, CurrentTime);
  XSync(display_, False);
}

void Screen::press(bool down) {
  XTestFakeButtonEvent(display_, 1, down ? True : False, CurrentTime);
  XSync(display_, False);
}

}  // namespace lotsen::bench
