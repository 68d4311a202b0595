#include "kiosk/screens/screens.h"

#include <algorithm>

#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

bool home_lies_below(const app::State& state) {
  return std::holds_alternative<app::HomePage>(state.page);
}

// Nothing is left to clear once the errand is handed in, or cannot be.
bool can_cancel(const app::State& state) {
  const bool over = std::holds_alternative<app::ReceiptPage>(state.page) ||
                    std::holds_alternative<app::ClosedPage>(state.page);
  return state.used && !over;
}

const app::AttractPage* greeting(const app::State& state) {
  return std::get_if<app::AttractPage>(&state.page);
}

const forms::Form* form_of(const app::State& state, const app::Setup& setup) {
  return std::visit(
      [&](const auto& page) -> const forms::Form* {
        if constexpr (requires { page.form; }) {
          return app::find_form(setup, page.form);
        } else {
          return nullptr;
        }
      },
      state.page);
}

// Home, help, languages and the warning are there in every language; the rest only where it is complete.
bool is_untranslated(const app::State& state, const app::Setup& setup, const ui::Ui& ui) {
  if (state.help.shown || state.languages_shown || home_lies_below(state) || greeting(state) != nullptr)
    return false;
  const forms::Form* form = form_of(state, setup);
  return !ui.language_is_complete() || (form != nullptr && !forms::speaks(*form, ui.language()));
}

Actions draw_page(const app::State& state, const Scene& scene, ui::Ui& ui) {
  if (state.help.shown) return draw_help(state.help, scene, ui);
  if (state.languages_shown) return draw_languages(scene, ui);
  return std::visit([&](const auto& page) { return draw(page, scene, ui); }, state.page);
}

// The cover hides everything of the visit, so it comes instead of the page, not over it.
Actions draw_covered(int seconds, const Chrome& chrome, ui::Ui& ui) {
  const Layout layout = lay_out(chrome, ui);
  Actions actions = draw_header(chrome, layout, ui);
  const Actions idle = draw_idle(seconds, {chrome.view.setup, chrome.view.reception, layout}, ui);
  const Actions footer = draw_footer(chrome, layout, ui);
  const bool calls = std::ranges::any_of(
      footer, [](const app::Action& action) { return std::holds_alternative<app::CallStaff>(action); });
  if (calls) actions.insert(actions.begin(), app::StayHere{});  // who calls for staff is there
  actions.insert(actions.end(), idle.begin(), idle.end());
  actions.insert(actions.end(), footer.begin(), footer.end());
  return actions;
}

// No header: the greeting says where one is. What stands below is there on every page.
Actions draw_greeting(const Chrome& chrome, ui::Ui& ui) {
  const Layout layout = lay_out(chrome, ui);
  Actions actions = draw_page(chrome.state, {chrome.view.setup, chrome.view.reception, layout}, ui);
  const Actions footer = draw_footer(chrome, layout, ui);
  actions.insert(actions.end(), footer.begin(), footer.end());
  return actions;
}

}  // namespace

std::string page_key(const app::State& state) {
  std::string key = std::to_string(static_cast<std::uint64_t>(state.visit));
  if (app::idle_seconds_left(state)) return key + ".idle";
  if (state.help.shown) return key + ".help";
  if (state.languages_shown) return key + ".languages";
  (key += '.') += std::to_string(state.page.index());
  if (const auto* questions = std::get_if<app::QuestionsPage>(&state.page))
    key += "." + std::to_string(questions->step);
  if (const auto* attract = greeting(state)) key += "." + std::to_string(attract->greeting);
  return key + "." + state.language;
}

const std::string& shown_language(const app::State& state, const app::Setup& setup) {
  const app::AttractPage* attract = greeting(state);
  return attract != nullptr && attract->greeting < setup.languages.size() ? setup.languages[attract->greeting]
                                                                          : state.language;
}

Actions draw(const app::State& state, const View& view, ui::Ui& ui) {
  if (greeting(state) != nullptr) return draw_greeting({state, view, "", false}, ui);
  const bool covered = app::idle_seconds_left(state).has_value();
  if (covered || state.help.shown || state.languages_shown) ui.close_keyboard();
  const forms::Form* form = covered ? nullptr : form_of(state, view.setup);
  const Chrome chrome{state, view, form == nullptr ? "" : form->title.in(ui.language()),
                      !covered && can_cancel(state)};
  if (covered) return draw_covered(*app::idle_seconds_left(state), chrome, ui);
  Layout layout = lay_out(chrome, ui);
  layout.untranslated = is_untranslated(state, view.setup, ui);
  Actions actions = draw_header(chrome, layout, ui);
  const auto add = [&actions](const Actions& more) {
    actions.insert(actions.end(), more.begin(), more.end());
  };
  add(draw_page(state, {view.setup, view.reception, layout}, ui));
  add(draw_footer(chrome, layout, ui));
  ui.keyboard();
  return actions;
}

}  // namespace lotsen::screens
