// The element list: what is on the screen, in reading order, as one idea that serves four: focus walks it,
// speech reads it, tests find things by id, visit scripts drive the program with it.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace lotsen::ui {

enum class Role { heading, text, status, error, button, tile, link, option, field, key, toggle };

struct Box {  // pixels of the window
  float x = 0;
  float y = 0;
  float width = 0;
  float height = 0;
  bool contains(float px, float py) const { return px >= x && py >= y && px < x + width && py < y + height; }
};

// Strings may hold what the visitor typed: the list lives no longer than the visit.
struct Element {
  std::string id;  // stable, language-independent: "q.location", "nav.next"
  Role role = Role::text;
  std::string label = {};  // as shown
  std::string value = {};  // a field's text, a case reference
  std::string hint = {};   // help or error beside it
  Box box = {};
  bool chosen = false;
  bool focused = false;
  bool out_of_sight = false;  // not wholly inside the part of a long page that is shown
  bool secondary = false;     // keyboard keys and page furniture: not read out when a page opens
};

using Elements = std::vector<Element>;

constexpr bool is_pressable(Role role) {
  return role == Role::button || role == Role::tile || role == Role::link || role == Role::option ||
         role == Role::field || role == Role::key || role == Role::toggle;
}

const Element* find(const Elements& elements, std::string_view id);
const char* name_of(Role role);  // "button", as in the JSON of `elements` and in speech (translated there)

// A JSON array, one object an element; for visit scripts and tests.
std::string to_json(const Elements& elements);

}  // namespace lotsen::ui
