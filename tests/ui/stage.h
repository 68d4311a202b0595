// Stage: a visit without window, disk or network: State, update, screens and widgets, driven by element ids
// with real input at their places. What the shell does with SDL, done by hand.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "kiosk/app/update.h"
#include "kiosk/screens/screens.h"
#include "kiosk/shell/tile_renderer.h"
#include "kiosk/ui/ui.h"
#include "tests/support/scripted_ids.h"

namespace lotsen::tests {

class Stage {
 public:
  explicit Stage(int width = 1920, int height = 1080, const std::string& language = "sv",
                 app::Looks looks = {});

  // Ends the visit and begins the next, with everything of the last one gone.
  void begin_visit(const std::string& language, app::Looks looks);

  void press(const std::string& id);  // down and up in its middle
  void down(const std::string& id);
  void up_at(float x, float y);
  void type(const std::string& id, const std::string& text);  // as a hardware keyboard does
  void type_on(const std::string& text);                      // where the caret stands
  void key(ui::Key key);
  void happens(const app::Action& action);  // from a worker or a timer
  void turn(ui::Input input = {});          // passes until nothing changes
  void advance(SteadyMs ms);                // the clock; ticks and draws when something is due
  void set_reach_mm(float mm) {
    reception_.reach_mm = mm;
    turn();
  }
  void set_px_per_mm(float px_per_mm) { px_per_mm_ = px_per_mm; }
  void set_key_times(const ui::KeyTimes& times) { key_times_ = times; }

  const ui::Elements& elements() const { return ui_->elements(); }
  const ui::Element* find(const std::string& id) const { return ui::find(elements(), id); }
  std::vector<std::string> spoken() { return ui_->take_spoken(); }
  std::string focused() const;
  const app::State& state() const { return state_; }
  app::State& state() { return state_; }
  const app::Commands& commands() const { return commands_; }
  const app::Setup& setup() const { return setup_; }
  ui::Ui& ui() { return *ui_; }
  const ui::Ui& ui() const { return *ui_; }
  int width() const { return width_; }
  int height() const { return height_; }

  std::vector<shell::DirtyBox> paint();  // onto pixels()
  std::vector<std::uint32_t>& pixels() { return pixels_; }
  shell::TileRenderer& renderer() { return renderer_; }

  // To a page with sensible answers on the way: "home", "services", "questions.0" … , "review", "saving",
  // "failed", "receipt", "help", "idle", "closed".
  void go_to(const std::string& page);
  // Through a whole visit from home, with a look at each page on the way.
  void walk(const std::function<void(const std::string& page)>& look);
  static const std::vector<std::string>& pages();
  static const std::vector<std::string>& languages();           // all that are offered
  static const std::vector<std::string>& complete_languages();  // in which every page is translated
  static const i18n::Catalogue& texts(const std::string& language);

 private:
  void pass(ui::Input input);
  void answer_step(int step);

  int width_;
  int height_;
  app::Setup setup_;
  screens::Reception reception_;
  ui::KeyTimes key_times_;
  float px_per_mm_ = 0;
  SteadyMs now_ = 0;
  ui::Input held_;  // where the pointer is
  bool changed_ = false;
  ui::Theme theme_;
  ui::Theme high_contrast_ = ui::high_contrast();
  text::Engine engine_;
  ui::Shapes shapes_;
  std::unique_ptr<ui::Ui> ui_;
  app::State state_;
  ScriptedIds ids_;
  app::Commands commands_;
  shell::TileRenderer renderer_;
  std::vector<std::uint32_t> pixels_;
};

}  // namespace lotsen::tests
