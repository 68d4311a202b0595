#include "kiosk/shell/window.h"

#include <SDL2/SDL.h>

#include <array>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "kiosk/shell/display_watch.h"

namespace lotsen::shell {
namespace {

// Before SDL starts. Each line was measured: the Compose file costs 8 ms to parse, a window surface that is a
// GL texture 72 ms and 90 MB, SDL's native Wayland surface goes through GL as well.
void prepare(const Window::Options& options) {
  setenv("XCOMPOSEFILE", "/dev/null", 0);
  SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
  SDL_SetHint(SDL_HINT_NO_SIGNAL_HANDLERS, "1");
  SDL_SetHint(SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0");
  SDL_SetHint(SDL_HINT_VIDEODRIVER, options.no_display ? "dummy" : "x11");
}

std::optional<ui::Key> key_of(const SDL_Keysym& key) {
  switch (key.sym) {
    case SDLK_TAB:
      return (key.mod & KMOD_SHIFT) != 0 ? ui::Key::shift_tab : ui::Key::tab;
    case SDLK_RETURN:
    case SDLK_KP_ENTER:
      return ui::Key::enter;
    case SDLK_SPACE:
      return ui::Key::space;
    case SDLK_ESCAPE:
      return ui::Key::escape;
    case SDLK_LEFT:
      return ui::Key::left;
    case SDLK_RIGHT:
      return ui::Key::right;
    case SDLK_UP:
      return ui::Key::up;
    case SDLK_DOWN:
      return ui::Key::down;
    case SDLK_HOME:
      return ui::Key::home;
    case SDLK_END:
      return ui::Key::end;
    case SDLK_BACKSPACE:
      return ui::Key::backspace;
    case SDLK_DELETE:
      return ui::Key::erase;
    default:
      return std::nullopt;
  }
}

std::optional<Event> of_window(const SDL_WindowEvent& event) {
  switch (event.event) {
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
      return Exposed{};
    case SDL_WINDOWEVENT_CLOSE:
      return Closed{};
    default:
      return std::nullopt;
  }
}

// `repeating`: the last key that went down was held, so that its text is not wanted either.
std::optional<Event> translate(const SDL_Event& event, bool& repeating) {
  switch (event.type) {
    case SDL_MOUSEMOTION:
      return PointerMoved{static_cast<float>(event.motion.x), static_cast<float>(event.motion.y)};
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP:
      if (event.button.button != SDL_BUTTON_LEFT) return std::nullopt;
      return PointerEdge{static_cast<float>(event.button.x), static_cast<float>(event.button.y),
                         event.type == SDL_MOUSEBUTTONDOWN};
    case SDL_KEYDOWN: {
      // A held key acts once: no flashing screen, no flood of letters (EN 301 549, 5.7 and 11.2.3.1).
      repeating = event.key.repeat != 0;
      if (repeating) return std::nullopt;
      const std::optional<ui::Key> key = key_of(event.key.keysym);
      return key ? std::optional<Event>(KeyPressed{*key}) : std::nullopt;
    }
    case SDL_TEXTINPUT:
      if (repeating) return std::nullopt;
      return TextTyped{Secret(std::string_view(event.text.text))};
    case SDL_WINDOWEVENT:
      return of_window(event.window);
    case SDL_QUIT:
      return Closed{};
    case SDL_USEREVENT:
      return Woken{};
    default:
      return std::nullopt;
  }
}

}  // namespace

Result<std::unique_ptr<Window>> Window::open(const Options& options) {
  prepare(options);
  if (SDL_Init(SDL_INIT_VIDEO) != 0)
    return fail(ErrorCode::unavailable, std::string("no display: ") + SDL_GetError());
  int width = options.width;
  int height = options.height;
  SDL_DisplayMode mode{};
  const bool covers = !options.windowed && !options.no_display;
  if (covers && SDL_GetDesktopDisplayMode(0, &mode) == 0) {
    width = mode.w;
    height = mode.h;
  }
  // Borderless at the display's size rather than SDL's full screen, which waits 100 ms for a window manager.
  const Uint32 flags = covers ? SDL_WINDOW_BORDERLESS | SDL_WINDOW_ALWAYS_ON_TOP : SDL_WINDOW_RESIZABLE;
  const int place = covers ? 0 : static_cast<int>(SDL_WINDOWPOS_CENTERED);
  SDL_Window* window = SDL_CreateWindow("Lotsen", place, place, width, height, flags);
  if (window == nullptr) return fail(ErrorCode::unavailable, std::string("no window: ") + SDL_GetError());
  if (covers) {
    SDL_ShowCursor(SDL_DISABLE);
    const std::optional<DisplaySize> real = watch_display(window);
    if (real && (real->width != width || real->height != height))
      SDL_SetWindowSize(window, real->width, real->height);
  }
  SDL_StartTextInput();
  return std::unique_ptr<Window>(new Window(window));
}

Window::~Window() {
  SDL_DestroyWindow(window_);
  SDL_Quit();
}

Result<Pixels> Window::pixels() {
  SDL_Surface* surface = SDL_GetWindowSurface(window_);
  if (surface == nullptr)
    return fail(ErrorCode::unavailable, std::string("no window surface: ") + SDL_GetError());
  const SDL_PixelFormat& format = *surface->format;
  if (format.BytesPerPixel != 4 || format.Rmask != 0xFF0000 || format.Gmask != 0xFF00 || format.Bmask != 0xFF)
    return fail(ErrorCode::unavailable,
                "the display has another pixel format than 32 bits XRGB; set depth 24");
  return Pixels{static_cast<std::uint32_t*>(surface->pixels), surface->w, surface->h, surface->pitch / 4};
}

void Window::show(std::span<const DirtyBox> dirty) {
  std::vector<SDL_Rect> boxes;
  boxes.reserve(dirty.size());
  for (const DirtyBox& box : dirty) boxes.push_back({box.x, box.y, box.width, box.height});
  if (!boxes.empty()) SDL_UpdateWindowSurfaceRects(window_, boxes.data(), static_cast<int>(boxes.size()));
}

void Window::resize(int width, int height) {
  SDL_SetWindowSize(window_, width, height);
}

void Window::wait(int at_most_ms) {
  if (at_most_ms < 0)
    SDL_WaitEvent(nullptr);
  else if (at_most_ms > 0)
    SDL_WaitEventTimeout(nullptr, at_most_ms);
}

std::optional<Event> Window::next_event() {
  SDL_Event event{};
  while (SDL_PollEvent(&event) == 1) {
    if (const auto display = new_display_size(event)) resize(display->width, display->height);
    if (std::optional<Event> known = translate(event, repeating_)) return known;
  }
  return std::nullopt;
}

void Window::wake() {
  SDL_Event event{};
  event.type = SDL_USEREVENT;
  SDL_PushEvent(&event);
}

}  // namespace lotsen::shell
