#include "kiosk/screens/screens.h"

#include "kiosk/screens/chrome.h"
#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

bool is_home(const app::State& state) {
  return std::holds_alternative<app::HomePage>(state.page);
}

std::string errand(const app::State& state, const View& view, const ui::Ui& ui) {
  const auto title = [&](const FormId& id) -> std::string {
    for (const forms::Form& form : view.setup.forms) {
      if (form.id == id) return form.title.in(ui.language());
    }
    return {};
  };
  return std::visit(
      [&](const auto& page) -> std::string {
        if constexpr (requires { page.form; })
          return title(page.form);
        else
          return {};
      },
      state.page);
}

}  // namespace

std::string page_key(const app::State& state) {
  std::string key = std::to_string(static_cast<std::uint64_t>(state.visit));
  if (app::idle_seconds_left(state)) return key + ".idle";
  if (state.help.shown) return key + ".help";
  (key += '.') += std::to_string(state.page.index());
  if (const auto* questions = std::get_if<app::QuestionsPage>(&state.page))
    key += "." + std::to_string(questions->step);
  return key + "." + state.language;
}

Actions draw(const app::State& state, const View& view, ui::Ui& ui) {
  Actions actions;
  const auto add = [&actions](Actions more) { actions.insert(actions.end(), more.begin(), more.end()); };
  // The cover hides everything of the visit, so it comes instead of the page, not over it.
  if (const std::optional<int> seconds = app::idle_seconds_left(state)) {
    ui.close_keyboard();
    draw_header(view, ui, "");
    add(draw_idle(*seconds, ui));
    const Actions calls = draw_furniture(ui, false);
    if (!calls.empty()) actions.push_back(app::StayHere{});  // who calls for staff is there
    add(calls);
    return actions;
  }
  if (state.help.shown) ui.close_keyboard();
  draw_header(view, ui, errand(state, view, ui));
  if (is_home(state) && !state.help.shown) add(draw_languages(view, ui));
  if (state.help.shown)
    add(draw_help(state.help, view, ui));
  else
    add(std::visit([&](const auto& page) { return draw(page, view, ui); }, state.page));
  add(draw_furniture(ui, state.used && (state.help.shown || !is_home(state))));
  ui.keyboard();
  return actions;
}

}  // namespace lotsen::screens
