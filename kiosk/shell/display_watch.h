// DisplayWatch: a display that is turned or changes its mode while the kiosk runs. SDL 2.26 goes on saying
// the size that it saw at the start, so this asks X itself. Used by Window alone, on the UI thread.
#pragma once
#include <optional>

struct SDL_Window;
union SDL_Event;

namespace lotsen::shell {

struct DisplaySize {
  int width = 0;
  int height = 0;
};

// The size that the display has now; from here on SDL hands changes of it over as events. Nothing on other
// window systems than X, nor with several displays, whose root window spans them all.
std::optional<DisplaySize> watch_display(SDL_Window* window);

// The new size, when this event tells of one.
std::optional<DisplaySize> new_display_size(const SDL_Event& event);

}  // namespace lotsen::shell
