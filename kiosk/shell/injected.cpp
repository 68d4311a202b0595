#include "kiosk/shell/injected.h"

#include <SDL2/SDL.h>

#include <algorithm>
#include <cstring>

namespace lotsen::shell {
namespace {

std::size_t length_of_character(unsigned char first) {
  return first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
}

void push_key(SDL_Keycode key, Uint16 modifiers, Uint32 type) {
  SDL_Event event{};
  event.type = type;
  event.key.keysym.sym = key;
  event.key.keysym.mod = modifiers;
  event.key.state = type == SDL_KEYDOWN ? SDL_PRESSED : SDL_RELEASED;
  SDL_PushEvent(&event);
}

}  // namespace

void inject_pointer(float x, float y, bool down) {
  SDL_Event event{};
  event.type = down ? SDL_MOUSEBUTTONDOWN : SDL_MOUSEBUTTONUP;
  event.button.button = SDL_BUTTON_LEFT;
  event.button.state = down ? SDL_PRESSED : SDL_RELEASED;
  event.button.x = static_cast<Sint32>(x);
  event.button.y = static_cast<Sint32>(y);
  SDL_PushEvent(&event);
}

void inject_text(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length =
        std::min(text.size(), length_of_character(static_cast<unsigned char>(text[0])));
    SDL_Event event{};
    event.type = SDL_TEXTINPUT;
    std::memcpy(event.text.text, text.data(), length);
    SDL_PushEvent(&event);
    text.remove_prefix(length);
  }
}

bool inject_key(const std::string& name) {
  const bool shifted = name.starts_with("Shift+");
  const SDL_Keycode key = SDL_GetKeyFromName(shifted ? name.c_str() + 6 : name.c_str());
  if (key == SDLK_UNKNOWN) return false;
  const Uint16 modifiers = shifted ? KMOD_LSHIFT : KMOD_NONE;
  push_key(key, modifiers, SDL_KEYDOWN);
  if (key == SDLK_SPACE) inject_text(" ");
  push_key(key, modifiers, SDL_KEYUP);
  return true;
}

}  // namespace lotsen::shell
