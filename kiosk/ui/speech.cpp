#include "kiosk/ui/speech.h"

namespace lotsen::ui {
namespace {

void add(std::string& sentence, std::string_view part) {
  if (part.empty()) return;
  if (!sentence.empty()) sentence += ". ";
  sentence += part;
}

std::string kind_of(const Element& element, const i18n::Catalogue& texts) {
  switch (element.role) {
    case Role::heading:
      return texts.text("heading");
    case Role::button:
    case Role::tile:
    case Role::link:
    case Role::key:
      return texts.text("button");
    case Role::toggle:
      return texts.text(element.chosen ? "switch, on" : "switch, off");
    case Role::option:
      return texts.text(element.chosen ? "choice, chosen" : "choice, not chosen");
    case Role::field:
      return texts.text("text field");
    case Role::text:
    case Role::status:
    case Role::error:
      return {};
  }
  return {};
}

// An error names its question first (EN 301 549, 5.1.3.15: which item, and what is wrong).
std::string announced(const Element& element) {
  std::string sentence = element.role == Role::error ? element.hint : std::string();
  add(sentence, element.label);
  add(sentence, element.value);
  return sentence;
}

}  // namespace

std::string spoken(const Element& element, const i18n::Catalogue& texts) {
  std::string sentence = element.label;
  add(sentence, kind_of(element, texts));
  if (element.role == Role::field)
    add(sentence, element.value.empty() ? texts.text("empty") : element.value);
  else
    add(sentence, element.value);
  add(sentence, element.hint);
  return sentence;
}

std::vector<std::string> spoken_page(const Elements& elements, const i18n::Catalogue&) {
  std::vector<std::string> sentences;
  for (const Element& element : elements) {
    if (element.secondary || is_pressable(element.role)) continue;
    sentences.push_back(announced(element));
  }
  return sentences;
}

std::vector<std::string> spoken_changes(const Elements& before, const Elements& now, const i18n::Catalogue&) {
  std::vector<std::string> sentences;
  for (const Element& element : now) {
    if (element.role != Role::error && element.role != Role::status) continue;
    const Element* old = find(before, element.id);
    if (old == nullptr || old->label != element.label || old->value != element.value)
      sentences.push_back(announced(element));
  }
  return sentences;
}

}  // namespace lotsen::ui
