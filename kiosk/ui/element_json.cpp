#include <nlohmann/json.hpp>

#include "kiosk/ui/element.h"

namespace lotsen::ui {

std::string to_json(const Elements& elements) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Element& element : elements) {
    list.push_back({{"id", element.id},
                    {"role", name_of(element.role)},
                    {"label", element.label},
                    {"value", element.value},
                    {"hint", element.hint},
                    {"chosen", element.chosen},
                    {"focused", element.focused},
                    {"box", {element.box.x, element.box.y, element.box.width, element.box.height}}});
  }
  return list.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace lotsen::ui
