#include "kiosk/shell/shell.h"

#include <algorithm>
#include <utility>

#include "services/core/overloaded.h"
#include "services/core/wipe.h"

namespace lotsen::shell {
namespace {

constexpr SteadyMs kFadeMs = 120;
constexpr float kFadeFrom = 0.4F;  // of the first frame: the new page is readable at once
constexpr int kFrameMs = 16;
constexpr int kMostPasses = 8;  // of one event; a page settles in two or three

}  // namespace

Shell::Shell(ShellParts parts)
    : parts_(std::move(parts)),
      state_(app::fresh_state(parts_.setup, VisitId{1}, parts_.clock.steady_ms())),
      visit_(state_.visit) {
  ui_ = std::make_unique<ui::Ui>(parts_.shapes, parts_.engine);
  page_ = screens::page_key(state_);  // the first page is there at once
  settle(input());
  paint();
}

bool Shell::turn(std::optional<int> at_most_ms) {
  parts_.window.wait(wait_ms(at_most_ms));
  while (const std::optional<Event> event = parts_.window.next_event()) take(*event);
  tick();
  return !closed_;
}

void Shell::tick() {
  while (const std::optional<app::Action> result = parts_.results.take()) apply(*result);
  const SteadyMs now = parts_.clock.steady_ms();
  const std::optional<SteadyMs> tick_at = app::next_tick(state_, parts_.setup);
  if (tick_at && *tick_at <= now) apply(app::Tick{now});
  const std::optional<SteadyMs> wake_at = ui_->wake_at();
  if (changed_ || fade_began_ || (wake_at && *wake_at <= now)) settle(input());
  paint();
}

int Shell::wait_ms(std::optional<int> at_most_ms) const {
  int wait = at_most_ms.value_or(-1);
  const auto at_most = [&wait](SteadyMs ms) {
    const int whole = static_cast<int>(std::clamp<SteadyMs>(ms, 0, 3'600'000));
    wait = wait < 0 ? whole : std::min(wait, whole);
  };
  if (fade_began_) at_most(kFrameMs);
  const SteadyMs now = parts_.clock.steady_ms();
  if (const auto tick_at = app::next_tick(state_, parts_.setup)) at_most(*tick_at - now);
  if (const auto wake_at = ui_->wake_at()) at_most(*wake_at - now);
  return wait;
}

// A pass for each edge of the pointer and each key: ImGui takes one edge a frame.
void Shell::take(const Event& event) {
  const auto user = [this](ui::Input input) {
    apply(app::InputSeen{parts_.clock.steady_ms()});
    settle(std::move(input));
  };
  std::visit(Overloaded{[&](const PointerMoved& moved) {
                          pointer_x_ = moved.x;
                          pointer_y_ = moved.y;
                          if (pointer_down_) user(input());
                        },
                        [&](const PointerEdge& edge) {
                          pointer_x_ = edge.x;
                          pointer_y_ = edge.y;
                          pointer_down_ = edge.down;
                          user(input());
                        },
                        [&](const KeyPressed& pressed) {
                          ui::Input keys = input();
                          keys.keys.push_back(pressed.key);
                          user(std::move(keys));
                        },
                        [&](const TextTyped& typed) {
                          ui::Input text = input();
                          text.text = typed.text;
                          user(std::move(text));
                        },
                        [&](const Exposed&) {
                          renderer_.forget();
                          changed_ = true;
                        },
                        [](const Woken&) {}, [&](const Closed&) { closed_ = true; }},
             event);
}

void Shell::apply(const app::Action& action) {
  for (app::Command& command : app::update(state_, action, parts_.setup, parts_.ids))
    parts_.carry_out(std::move(command));
  changed_ = true;
}

ui::Input Shell::input() const {
  ui::Input input;
  input.pointer_x = pointer_x_;
  input.pointer_y = pointer_y_;
  input.pointer_down = pointer_down_;
  return input;
}

void Shell::settle(ui::Input first) {
  pass(std::move(first));
  for (int i = 1; i < kMostPasses && (changed_ || ui_->needs_pass()); ++i) pass(input());
}

void Shell::pass(ui::Input input) {
  changed_ = false;
  const Result<Pixels> pixels = parts_.window.pixels();
  if (!pixels) return;
  ui_->begin(frame(*pixels), std::move(input));
  const screens::Actions actions = screens::draw(state_, {parts_.setup, parts_.reception}, *ui_);
  ui_->end();
  for (const app::Action& action : actions) apply(action);
  if (state_.visit != visit_) renew_visit();
}

ui::Frame Shell::frame(const Pixels& pixels) {
  const app::Looks& looks = state_.looks;
  const float shown = opacity();
  return {.width_px = pixels.width,
          .height_px = pixels.height,
          .opacity = shown,
          .page = page_,
          .texts = &parts_.texts.at(screens::shown_language(state_, parts_.setup)),
          .theme = looks.high_contrast ? &high_contrast_ : &parts_.theme,
          .text_scale = static_cast<float>(looks.text_percent) / 100,
          .px_per_mm = parts_.px_per_mm,
          .now = parts_.clock.steady_ms(),
          .key_times = parts_.key_times};
}

// Everything on this side that knew the last visit goes: widgets, texts, focus, pointer, dead stack frames.
void Shell::renew_visit() {
  visit_ = state_.visit;
  ui_ = std::make_unique<ui::Ui>(parts_.shapes, parts_.engine);
  pointer_x_ = pointer_y_ = -1;
  pointer_down_ = false;
  changed_ = true;
  wipe_dead_stack();
}

// Of the page in this frame; a new page begins a fade.
float Shell::opacity() {
  const SteadyMs now = parts_.clock.steady_ms();
  std::string page = screens::page_key(state_);
  if (page != page_) {
    page_ = std::move(page);
    if (!parts_.reduced_motion) fade_began_ = now;
  }
  if (!fade_began_) return 1;
  const SteadyMs elapsed = now - *fade_began_;
  if (elapsed >= kFadeMs) {
    fade_began_.reset();
    return 1;
  }
  return kFadeFrom + (1 - kFadeFrom) * static_cast<float>(elapsed) / static_cast<float>(kFadeMs);
}

void Shell::paint() {
  const Result<Pixels> pixels = parts_.window.pixels();
  if (!pixels) return;
  parts_.window.show(renderer_.render(*ui_->draw_data(), *pixels));
}

void Shell::paint_all() {
  renderer_.forget();
  paint();
}

void Shell::focus(const std::string& id) {
  ui_->focus(id);
  settle(input());
}

bool Shell::is_still() const {
  return !fade_began_;
}

}  // namespace lotsen::shell
