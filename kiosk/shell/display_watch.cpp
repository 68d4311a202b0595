#include "kiosk/shell/display_watch.h"

#include <SDL2/SDL.h>
#include <SDL2/SDL_syswm.h>

namespace lotsen::shell {
namespace {

const XConfigureEvent* root_change(const SDL_Event& event) {
  if (event.type != SDL_SYSWMEVENT || event.syswm.msg->subsystem != SDL_SYSWM_X11) return nullptr;
  const XEvent& what = event.syswm.msg->msg.x11.event;
  if (what.type != ConfigureNotify) return nullptr;
  return what.xconfigure.window == DefaultRootWindow(what.xconfigure.display) ? &what.xconfigure : nullptr;
}

// Of X's own events only those of the root window are let in: SDL keeps copies of them, and a copy of a key
// press would be something of the visitor's.
int let_in(void*, SDL_Event* event) {
  return event->type != SDL_SYSWMEVENT || root_change(*event) != nullptr ? 1 : 0;
}

}  // namespace

std::optional<DisplaySize> watch_display(SDL_Window* window) {
  SDL_SysWMinfo info{};
  SDL_VERSION(&info.version);
  if (SDL_GetWindowWMInfo(window, &info) != SDL_TRUE || info.subsystem != SDL_SYSWM_X11) return std::nullopt;
  if (SDL_GetNumVideoDisplays() != 1) return std::nullopt;
  Display* display = info.info.x11.display;
  const ::Window root = DefaultRootWindow(display);
  XWindowAttributes now{};
  XGetWindowAttributes(display, root, &now);
  XSelectInput(display, root, now.your_event_mask | StructureNotifyMask);
  SDL_SetEventFilter(let_in, nullptr);
  SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
  return DisplaySize{now.width, now.height};
}

std::optional<DisplaySize> new_display_size(const SDL_Event& event) {
  const XConfigureEvent* change = root_change(event);
  return change == nullptr ? std::nullopt : std::optional(DisplaySize{change->width, change->height});
}

}  // namespace lotsen::shell
