#include "tests/support/virtual_display.h"

#include <X11/Xlib.h>
#include <X11/extensions/Xrandr.h>

namespace lotsen::tests {
namespace {

// The largest mode it will ever have; turn_to() makes it smaller.
constexpr const char* kMostPixels = "1920x1920x24";

RRMode new_mode(Display* display, RROutput output, int width, int height) {
  std::string name = std::to_string(width) + "x" + std::to_string(height);
  XRRModeInfo* facts = XRRAllocModeInfo(name.c_str(), static_cast<int>(name.size()));
  facts->width = facts->hTotal = static_cast<unsigned>(width);
  facts->height = facts->vTotal = static_cast<unsigned>(height);
  facts->dotClock = 60UL * facts->width * facts->height;
  const RRMode mode = XRRCreateMode(display, DefaultRootWindow(display), facts);
  XRRFreeModeInfo(facts);
  XRRAddOutputMode(display, output, mode);
  return mode;
}

// The name of a mode is taken once it was made.
RRMode mode_of(Display* display, const XRRScreenResources& resources, int width, int height) {
  for (int i = 0; i < resources.nmode; ++i) {
    const XRRModeInfo& known = resources.modes[i];
    if (known.width == static_cast<unsigned>(width) && known.height == static_cast<unsigned>(height))
      return known.id;
  }
  return new_mode(display, resources.outputs[0], width, height);
}

}  // namespace

struct VirtualDisplay::Connection {
  explicit Connection(const std::string& name) : display(XOpenDisplay(name.c_str())) {
    if (display == nullptr) throw ProgramFault("no display " + name);
  }
  ~Connection() { XCloseDisplay(display); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Display* display;
};

VirtualDisplay::VirtualDisplay(int width, int height)
    : server_({"/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", kMostPixels, "-nolisten", "tcp"}) {
  server_.wait_for_line("");
  connection_ = std::make_unique<Connection>(name());
  turn_to(width, height);
}

VirtualDisplay::~VirtualDisplay() = default;

std::string VirtualDisplay::name() const {
  const std::string said = server_.said();
  return ":" + said.substr(0, said.find('\n'));
}

void VirtualDisplay::turn_to(int width, int height) {
  Display* display = connection_->display;
  const Window root = DefaultRootWindow(display);
  XRRScreenResources* all = XRRGetScreenResources(display, root);
  const RRMode mode = mode_of(display, *all, width, height);
  XRRSetCrtcConfig(display, all, all->crtcs[0], CurrentTime, 0, 0, None, RR_Rotate_0, nullptr, 0);
  XRRSetScreenSize(display, root, width, height, width / 4, height / 4);
  const int refused = XRRSetCrtcConfig(display, all, all->crtcs[0], CurrentTime, 0, 0, mode, RR_Rotate_0,
                                       &all->outputs[0], 1);
  XRRFreeScreenResources(all);
  XSync(display, False);
  if (refused != RRSetConfigSuccess) throw ProgramFault("the virtual display refused a mode");
}

void VirtualDisplay::resize_window(int width, int height) {
  Window root = 0;
  Window parent = 0;
  Window* windows = nullptr;
  unsigned count = 0;
  XQueryTree(connection_->display, DefaultRootWindow(connection_->display), &root, &parent, &windows, &count);
  for (unsigned i = 0; i < count; ++i) {
    XWindowAttributes facts{};
    XGetWindowAttributes(connection_->display, windows[i], &facts);
    if (facts.map_state == IsViewable)
      XResizeWindow(connection_->display, windows[i], static_cast<unsigned>(width),
                    static_cast<unsigned>(height));
  }
  XFree(windows);
  XSync(connection_->display, False);
}

}  // namespace lotsen::tests
