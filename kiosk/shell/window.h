// Window: the screen as SDL gives it: plain pixels in shared memory, and what people do as events. UI thread.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>

#include "kiosk/shell/tile_renderer.h"
#include "kiosk/ui/input.h"
#include "services/core/result.h"

struct SDL_Window;

namespace lotsen::shell {

struct PointerMoved {
  float x, y;
};
struct PointerEdge {
  float x, y;
  bool down;
};
struct KeyPressed {
  ui::Key key;
};
struct TextTyped {
  Secret text;
};
struct Exposed {};  // size or pixels are not what they were: paint all
struct Woken {};    // a worker has something
struct Closed {};   // the window's close button, or Alt-F4
using Event = std::variant<PointerMoved, PointerEdge, KeyPressed, TextTyped, Exposed, Woken, Closed>;

class Window {
 public:
  struct Options {
    bool windowed = false;  // else it covers the display
    int width = 1920;       // when windowed, and on a virtual display
    int height = 1080;
    bool no_display = false;  // SDL's dummy driver: for visit scripts on machines without any display
  };

  // Error: unavailable, when there is no display.
  static Result<std::unique_ptr<Window>> open(const Options& options);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  // Good until the next event.
  Result<Pixels> pixels();
  void show(std::span<const DirtyBox> dirty);

  // As a turned display or somebody's pointer does it: the event comes as from them. For visit scripts.
  void resize(int width, int height);

  // Waits for the first event, at most that long (negative: for ever), then gives what is there.
  void wait(int at_most_ms);
  std::optional<Event> next_event();

  // Any thread: wait() returns.
  static void wake();

 private:
  explicit Window(SDL_Window* window) : window_(window) {}
  SDL_Window* window_;
  bool repeating_ = false;
};

}  // namespace lotsen::shell
