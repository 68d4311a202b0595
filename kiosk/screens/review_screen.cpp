#include <algorithm>

#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

std::string short_label(const forms::Question& question, const std::string& language) {
  const std::string& label = question.short_label.in(language);
  return label.empty() ? question.label.in(language) : label;
}

void draw_rows(const app::ReviewPage& page, const forms::Form& form, ui::Ui& ui, Actions& actions) {
  for (const forms::Step& step : form.steps) {
    for (const forms::Question* question : forms::asked_questions(form, step, page.answers)) {
      const auto answer = page.answers.find(question->id);
      const bool empty = answer == page.answers.end() || answer->second.empty();
      const Secret shown =
          empty ? Secret(ui.tr("Not answered")) : forms::shown(*question, answer->second, ui.language());
      if (ui.row(question->id.value, short_label(*question, ui.language()), shown.view(), ui.tr("Change")))
        actions.push_back(app::EditAnswer{question->id});
      ui.divider();
    }
  }
}

}  // namespace

Actions draw(const app::ReviewPage& page, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const auto form = std::ranges::find(scene.setup.forms, page.form, &forms::Form::id);
  const PageParts parts{
      .heading = {"review.heading", ui.tr("Does this look right?"), 46, "", "", 12},
      .navigation = {back_button(ui), ui::Button{"review.send", ui.tr("Send"), ui::ButtonStyle::primary}},
      .most_width = 1300};
  begin_page(parts, scene.layout, ui);
  ui.begin_card(38, 10);
  draw_rows(page, *form, ui, actions);
  ui.row("", ui.tr("Goes to"), form->department.in(ui.language()), "");
  ui.end_card();
  const Pressed pressed = end_page(parts, scene.layout, ui);
  if (pressed.back) actions.push_back(app::Back{});
  if (pressed.next) actions.push_back(app::Send{});
  return actions;
}

}  // namespace lotsen::screens
