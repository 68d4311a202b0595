// Shell: the frame loop. Events become input, input becomes actions, actions change the State, the State is
// drawn, and what changed of it is painted. It waits for SDL events or the next moment the State asks for,
// and paints nothing while nothing moves. UI thread.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/command.h"
#include "kiosk/app/update.h"
#include "kiosk/runtime/mailbox.h"
#include "kiosk/screens/screens.h"
#include "kiosk/shell/tile_renderer.h"
#include "kiosk/shell/visit_clock.h"
#include "kiosk/shell/window.h"
#include "kiosk/ui/ui.h"

namespace lotsen::shell {

// All of it outlives the shell; owned by main.
struct ShellParts {
  const app::Setup& setup;
  const screens::Reception& reception;
  const ui::Theme& theme;
  ui::Shapes& shapes;
  text::Engine& engine;
  const std::map<std::string, i18n::Catalogue>& texts;
  VisitClock& clock;
  app::IdSource& ids;
  Window& window;
  runtime::Mailbox<app::Action>& results;  // from the workers
  std::function<void(app::Command)> carry_out;
  bool reduced_motion = false;
  float px_per_mm = 0;  // of the glass; 0 = not known
  ui::KeyTimes key_times = {};
};

class Shell {
 public:
  explicit Shell(ShellParts parts);

  // One turn: waits at most that long (or until the next moment something is due), takes what happened,
  // draws. False when the window was closed.
  bool turn(std::optional<int> at_most_ms = {});
  // Takes over what happened without waiting; for scripts that move the clock.
  void tick();

  const ui::Elements& elements() const { return ui_->elements(); }
  std::vector<std::string> take_spoken() { return ui_->take_spoken(); }
  void focus(const std::string& id);  // brings it into sight
  bool is_still() const;              // nothing fades
  Result<Pixels> pixels() { return parts_.window.pixels(); }

  // For --measure: a frame in which everything, or nothing, is painted anew.
  void paint_all();
  void paint();

 private:
  void take(const Event& event);
  void apply(const app::Action& action);
  void settle(ui::Input input);
  void pass(ui::Input input);
  void renew_visit();
  ui::Frame frame(const Pixels& pixels);
  ui::Input input() const;
  float opacity();
  int wait_ms(std::optional<int> at_most_ms) const;

  ShellParts parts_;
  app::State state_;
  VisitId visit_;
  std::unique_ptr<ui::Ui> ui_;
  TileRenderer renderer_;
  float pointer_x_ = -1;
  float pointer_y_ = -1;
  bool pointer_down_ = false;
  bool changed_ = true;  // an action came since the last pass
  bool closed_ = false;
  std::string page_;
  std::optional<SteadyMs> fade_began_;
  const ui::Theme high_contrast_ = ui::high_contrast();
};

}  // namespace lotsen::shell
