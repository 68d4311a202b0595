#include "kiosk/ui/element.h"

#include <algorithm>

namespace lotsen::ui {

const Element* find(const Elements& elements, std::string_view id) {
  const auto found = std::ranges::find(elements, id, &Element::id);
  return found == elements.end() ? nullptr : &*found;
}

const char* name_of(Role role) {
  switch (role) {
    case Role::heading:
      return "heading";
    case Role::text:
      return "text";
    case Role::status:
      return "status";
    case Role::error:
      return "error";
    case Role::button:
      return "button";
    case Role::tile:
      return "button";
    case Role::link:
      return "button";
    case Role::option:
      return "option";
    case Role::field:
      return "field";
    case Role::key:
      return "key";
    case Role::toggle:
      return "switch";
  }
  return "";
}

}  // namespace lotsen::ui
