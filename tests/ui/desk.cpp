#include "tests/ui/desk.h"

#include <stdexcept>
#include <utility>

namespace lotsen::tests {

Desk::Desk(DeskSetting setting) : setting_(std::move(setting)) {
  turn({});
  press("field");
}

void Desk::pass(ui::Input input) {
  ui::Ui& ui = stage_.ui();
  ui.begin({.width_px = setting_.width,
            .height_px = setting_.height,
            .page = "desk",
            .texts = &Stage::texts(setting_.language),
            .theme = &theme_,
            .text_scale = setting_.text_scale,
            .px_per_mm = setting_.px_per_mm,
            .now = now_,
            .key_times = setting_.times},
           std::move(input));
  ui.column({100, 40, ui.width() - 200, 200});
  const ui::Field field{
      .id = "field", .label = "", .hint = "", .error = "", .value = value_, .keyboard = setting_.kind};
  const std::optional<Secret> changed = ui.field(field);
  ui.keyboard();
  ui.end();
  if (changed) value_ = changed->view();
}

void Desk::turn(ui::Input input) {
  finger_ = {};
  finger_.pointer_x = input.pointer_x;
  finger_.pointer_y = input.pointer_y;
  finger_.pointer_down = input.pointer_down;
  pass(std::move(input));
  do pass(finger_);
  while (ui().needs_pass());
}

const ui::Element& Desk::find(const std::string& id) const {
  const ui::Element* element = ui::find(elements(), id);
  if (element == nullptr) throw std::runtime_error(id + " is not shown");
  return *element;
}

void Desk::move(const std::string& id, bool is_down) {
  const ui::Box box = find(id).box;
  ui::Input input;
  input.pointer_x = box.x + box.width / 2;
  input.pointer_y = box.y + box.height / 2;
  input.pointer_down = is_down;
  turn(std::move(input));
}

void Desk::down(const std::string& id) {
  move(id, true);
}

void Desk::slide_to(const std::string& id) {
  move(id, true);
}

void Desk::up() {
  ui::Input input = finger_;
  input.pointer_down = false;
  turn(std::move(input));
}

void Desk::press(const std::string& id) {
  down(id);
  up();
}

void Desk::hold(const std::string& id, SteadyMs ms) {
  down(id);
  wait(ms);
  up();
}

void Desk::wait(SteadyMs ms) {
  const SteadyMs until = now_ + ms;
  while (wake_at() && *wake_at() <= until) {
    now_ = *wake_at();
    turn(finger_);
  }
  now_ = until;
  turn(finger_);
}

void Desk::types(const std::string& text) {
  ui::Input input = finger_;
  input.text.append(text);
  turn(std::move(input));
}

bool Desk::shows(const std::string& id) const {
  return ui::find(elements(), id) != nullptr;
}

std::string Desk::label(const std::string& id) const {
  return find(id).label;
}

bool Desk::chosen(const std::string& id) const {
  return find(id).chosen;
}

}  // namespace lotsen::tests
