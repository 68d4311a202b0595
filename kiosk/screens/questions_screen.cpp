#include <algorithm>
#include <utility>

#include "kiosk/screens/fault_text.h"
#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

using Asked = const forms::Question&;

// What all kinds show above their control.
struct Head {
  std::string id;
  std::string label;
  std::string hint;
  std::string error;
};

Head head_of(Asked question, const app::QuestionsPage& page, const ui::Ui& ui) {
  Head head{"q." + question.id.value, question.label.in(ui.language()), question.hint.in(ui.language()),
            fault_text(question, page.faults, ui)};
  if (!question.required) head.label += " (" + ui.tr("optional") + ")";
  if (ui.keyboard_open() && !head.error.empty()) head.hint.clear();  // little room; what to do comes first
  return head;
}

const forms::Answer& answer_of(Asked question, const app::QuestionsPage& page) {
  static const forms::Answer kNone;
  const auto found = page.answers.find(question.id);
  return found == page.answers.end() ? kNone : found->second;
}

void draw_field(Asked question, const app::QuestionsPage& page, ui::Ui& ui, Actions& actions,
                ui::KeyboardKind keyboard, bool many_lines) {
  Head head = head_of(question, page, ui);
  const ui::Field field{std::move(head.id),
                        std::move(head.label),
                        std::move(head.hint),
                        std::move(head.error),
                        answer_of(question, page).first(),
                        many_lines,
                        keyboard};
  if (std::optional<Secret> text = ui.field(field))
    actions.push_back(app::EditText{question.id, std::move(*text)});
}

void draw_choice(Asked question, const forms::ChoiceKind& kind, const app::QuestionsPage& page, ui::Ui& ui,
                 Actions& actions) {
  Head head = head_of(question, page, ui);
  ui::Choice choice{
      std::move(head.id), std::move(head.label), std::move(head.hint), std::move(head.error), {}, 2};
  const std::string_view chosen = answer_of(question, page).first();
  for (const forms::Option& option : kind.options)
    choice.options.push_back(
        {choice.id + "." + option.id.value, option.label.in(ui.language()), chosen == option.id.value});
  if (const std::optional<std::size_t> pressed = ui.choice(choice))
    actions.push_back(app::ChooseOption{question.id, kind.options[*pressed].id});
}

struct DrawKind {
  Asked question;
  const app::QuestionsPage& page;
  ui::Ui& ui;
  Actions& actions;

  void operator()(const forms::TextKind& kind) const {
    draw_field(question, page, ui, actions, ui::KeyboardKind::letters, kind.many_lines);
  }
  void operator()(const forms::ChoiceKind& kind) const { draw_choice(question, kind, page, ui, actions); }
  void operator()(const forms::PhoneKind&) const {
    draw_field(question, page, ui, actions, ui::KeyboardKind::numbers, false);
  }
  void operator()(const forms::EmailKind&) const {
    draw_field(question, page, ui, actions, ui::KeyboardKind::email, false);
  }
};

std::string step_text(const app::QuestionsPage& page, const forms::Form& form, const ui::Ui& ui) {
  return ui.tr("Step {n} of {total}",
               {{"n", std::to_string(page.step + 1)}, {"total", std::to_string(form.steps.size())}});
}

// Where the step stands in the form. While the keyboard is open and room is scarce the question alone is
// shown.
void draw_steps(const app::QuestionsPage& page, const forms::Form& form, ui::Ui& ui) {
  const std::string text = ui.keyboard_open() ? "" : step_text(page, form, ui);
  ui.steps("questions.step", text, page.step + 1, static_cast<int>(form.steps.size()));
  ui.space(ui.keyboard_open() ? 6 : 24);
}

// What helps to have ready.
void draw_at_hand(const forms::Form& form, ui::Ui& ui) {
  const ui::TextStyle style{30, text::Weight::regular, ui.theme().ink_secondary};
  ui.begin_card();
  if (!form.at_hand.empty()) {
    ui.body("aside.heading", ui.tr("Good to have at hand"), ui.strong_style());
    ui.space(8);
    for (std::size_t i = 0; i < form.at_hand.size(); ++i)
      ui.bullet("aside." + std::to_string(i), form.at_hand[i].in(ui.language()), style);
    ui.space(16);
  }
  ui.body("aside.minutes",
          ui.tr_plural("Takes about {n} minute.", "Takes about {n} minutes.", form.minutes) + " " +
              ui.tr("Nothing is kept on the screen when you leave."),
          style);
  ui.end_card();
}

// Beside the questions where the screen is wide enough, else below those of the first step.
void draw_aside(const forms::Form& form, const Layout& layout, ui::Ui& ui) {
  const float x = ui::kMargin + kColumnWidth + 80;
  ui.column({x, layout.press_top + 36, ui.width() - ui::kMargin - x, 0});
  draw_at_hand(form, ui);
}

void draw_questions(const app::QuestionsPage& page, const forms::Form& form, ui::Ui& ui, Actions& actions) {
  const forms::Step& step = form.steps[static_cast<std::size_t>(page.step)];
  bool first = true;
  for (const forms::Question* question : forms::asked_questions(form, step, page.answers)) {
    // While the keyboard is open only its question is shown: nothing is covered, nothing is small.
    if (ui.keyboard_open() && !ui.is_edited("q." + question->id.value)) continue;
    if (!std::exchange(first, false)) ui.space(24);
    std::visit(DrawKind{*question, page, ui, actions}, question->kind);
  }
}

}  // namespace

Actions draw(const app::QuestionsPage& page, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const auto form = std::ranges::find(scene.setup.forms, page.form, &forms::Form::id);
  const forms::Step& step = form->steps[static_cast<std::size_t>(page.step)];
  if (page.asked_for) ui.focus_once("q." + page.asked_for->value);
  const bool roomy = ui.is_roomy() && !scene.layout.low_reach;
  PageParts parts{.heading = {"questions.heading", step.title.in(ui.language()),
                              ui.keyboard_open() ? 44 : ui::kStepHeadingSize},
                  .navigation = {back_button(ui), next_button(ui)},
                  .most_width = ui.keyboard_open() ? ui.width() : kColumnWidth};
  parts.heading.gap = 16;
  const bool question_only =
      ui.keyboard_open() && page_area(parts, scene.layout, ui).height < 300 * ui.text_scale();
  if (question_only) parts.heading.text.clear();
  begin_page(parts, scene.layout, ui);
  if (!question_only) draw_steps(page, *form, ui);
  draw_questions(page, *form, ui, actions);
  const bool aside = !ui.keyboard_open();
  if (aside && !roomy && page.step == 0) {
    ui.space(40);
    draw_at_hand(*form, ui);
  }
  const Pressed pressed = end_page(parts, scene.layout, ui);
  if (aside && roomy) draw_aside(*form, scene.layout, ui);
  if (pressed.back) actions.push_back(app::Back{});
  if (pressed.next) actions.push_back(app::Next{});
  return actions;
}

}  // namespace lotsen::screens
