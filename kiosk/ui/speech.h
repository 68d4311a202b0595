// What a voice would read, made from the element list alone, so that what is heard is what is shown.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/ui/element.h"
#include "services/i18n/catalogue.h"

namespace lotsen::ui {

// One element as it is read when it gets the focus: label, kind, value, state, hint or error.
std::string spoken(const Element& element, const i18n::Catalogue& texts);

// A page as it is read when it opens: headings, texts and statuses in reading order.
std::vector<std::string> spoken_page(const Elements& elements, const i18n::Catalogue& texts);

// What changed on a page that stays: new errors and other statuses.
std::vector<std::string> spoken_changes(const Elements& before, const Elements& now,
                                        const i18n::Catalogue& texts);

}  // namespace lotsen::ui
