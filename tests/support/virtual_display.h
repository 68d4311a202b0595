// VirtualDisplay: an X server without a screen (Xvfb) that a test turns as a person turns a screen. Throws
// ProgramFault when X says no. For the test's own thread.
#pragma once
#include <memory>
#include <string>

#include "tests/support/program.h"

namespace lotsen::tests {

class VirtualDisplay {
 public:
  VirtualDisplay(int width, int height);
  ~VirtualDisplay();
  VirtualDisplay(const VirtualDisplay&) = delete;
  VirtualDisplay& operator=(const VirtualDisplay&) = delete;

  // ":7", for a program's DISPLAY.
  std::string name() const;

  // The mode of the display from now on; at most 1920 either way.
  void turn_to(int width, int height);
  // The one window on it.
  void resize_window(int width, int height);

 private:
  struct Connection;
  Program server_;
  std::unique_ptr<Connection> connection_;
};

}  // namespace lotsen::tests
