// Desk: one field and the on-screen keyboard, without pages: a finger, a clock, and any language.
#pragma once
#include <optional>
#include <string>

#include "kiosk/ui/ui.h"
#include "tests/ui/stage.h"

namespace lotsen::tests {

struct DeskSetting {
  std::string language = "sv";
  ui::KeyboardKind kind = ui::KeyboardKind::letters;
  int width = 1920;
  int height = 1080;
  float text_scale = 1;
  float px_per_mm = 0;
  ui::KeyTimes times = {};
};

class Desk {
 public:
  explicit Desk(DeskSetting setting = {});  // the keyboard is open

  void press(const std::string& id);
  void down(const std::string& id);
  void slide_to(const std::string& id);  // with the finger down
  void up();
  void hold(const std::string& id, SteadyMs ms);  // and lift
  void wait(SteadyMs ms);                         // draws when something is due
  void types(const std::string& text);            // on a hardware keyboard

  const std::string& value() const { return value_; }
  bool shows(const std::string& id) const;
  std::string label(const std::string& id) const;
  bool chosen(const std::string& id) const;
  const ui::Elements& elements() const { return ui().elements(); }
  const ui::Ui& ui() const { return stage_.ui(); }
  std::optional<SteadyMs> wake_at() const { return ui().wake_at(); }
  const DeskSetting& setting() const { return setting_; }

 private:
  const ui::Element& find(const std::string& id) const;
  void move(const std::string& id, bool is_down);
  void pass(ui::Input input);
  void turn(ui::Input input);

  Stage stage_;  // has fonts, icons and texts
  DeskSetting setting_;
  ui::Theme theme_;
  std::string value_;
  ui::Input finger_;
  SteadyMs now_ = 0;
};

}  // namespace lotsen::tests
