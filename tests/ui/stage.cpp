#include "tests/ui/stage.h"

#include <functional>
#include <stdexcept>

#include "kiosk/ui/theme.h"
#include "services/forms/form_json.h"

namespace lotsen::tests {
namespace {

// Those of config/kiosk.toml.
std::vector<std::filesystem::path> fonts() {
  std::vector<std::filesystem::path> files;
  for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"})
    files.emplace_back("/usr/share/fonts/opentype/inter/Inter-" + std::string(weight) + ".otf");
  for (const char* script : {"", "Arabic", "Hebrew", "Ethiopic"}) {
    for (const char* weight : {"Regular", "Bold"})
      files.emplace_back("/usr/share/fonts/truetype/noto/NotoSans" + std::string(script) + "-" + weight +
                         ".ttf");
  }
  return files;
}

std::map<std::string, i18n::Catalogue> read_texts() {
  std::map<std::string, i18n::Catalogue> texts;
  for (const std::string& language : Stage::languages()) {
    texts.emplace(
        language,
        language == "en"
            ? i18n::Catalogue::english()
            : i18n::Catalogue::load(LOTSEN_SHARE_DIR "/i18n/" + language + ".mo", language).value());
  }
  for (auto& [language, catalogue] : texts) {
    if (language != "sv" && language != "en") catalogue.fall_back_to(texts.at("sv"));
  }
  return texts;
}

std::vector<screens::LanguageName> language_names() {
  std::vector<screens::LanguageName> names;
  for (const std::string& language : Stage::languages()) {
    const i18n::Catalogue& texts = Stage::texts(language);
    names.push_back(
        {language, texts.own_name(),
         texts.coverage() == i18n::Coverage::full ? "" : texts.text("Some pages are in Swedish")});
  }
  return names;
}

app::Setup read_setup() {
  app::Setup setup;
  setup.forms = forms::load_forms(LOTSEN_SOURCE_DIR "/config/forms").forms;
  setup.languages = Stage::languages();
  return setup;
}

}  // namespace

const std::vector<std::string>& Stage::languages() {
  static const std::vector<std::string> all{"sv", "sv-simple", "en", "fi",  "ar", "so", "prs",
                                            "uk", "fit",       "se", "rmy", "yi", "ti", "pl"};
  return all;
}

const std::vector<std::string>& Stage::complete_languages() {
  static const std::vector<std::string> complete{"sv", "sv-simple", "en", "fi", "ar", "so", "prs", "uk"};
  return complete;
}

const i18n::Catalogue& Stage::texts(const std::string& language) {
  static const std::map<std::string, i18n::Catalogue> texts = read_texts();
  return texts.at(language);
}

Stage::Stage(int width, int height, const std::string& language, app::Looks looks)
    : width_(width),
      height_(height),
      setup_(read_setup()),
      reception_{"Exempelby kommun",
                 {{{"sv", "Disken finns till vänster om entrén."},
                   {"en", "The desk is to the left of the entrance."}}},
                 language_names()},
      engine_(text::Engine::create(fonts()).value()),
      shapes_(LOTSEN_SHARE_DIR "/icons"),
      ui_(std::make_unique<ui::Ui>(shapes_, engine_)),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {
  state_.language = language;
  state_.looks = looks;
  turn();
}

void Stage::begin_visit(const std::string& language, app::Looks looks) {
  state_.used = true;
  happens(app::Cancel{});
  state_.language = language;
  state_.looks = looks;
  turn();
}

void Stage::pass(ui::Input input) {
  changed_ = false;
  ui_->begin({.width_px = width_,
              .height_px = height_,
              .page = screens::page_key(state_),
              .texts = &texts(screens::shown_language(state_, setup_)),
              .theme = state_.looks.high_contrast ? &high_contrast_ : &theme_,
              .text_scale = static_cast<float>(state_.looks.text_percent) / 100,
              .px_per_mm = px_per_mm_,
              .now = now_,
              .key_times = key_times_},
             std::move(input));
  const screens::Actions actions = screens::draw(state_, {setup_, reception_}, *ui_);
  ui_->end();
  for (const app::Action& action : actions) happens(action);
}

void Stage::happens(const app::Action& action) {
  changed_ = true;
  const VisitId before = state_.visit;
  for (app::Command& command : app::update(state_, action, setup_, ids_))
    commands_.push_back(std::move(command));
  if (state_.visit != before) ui_ = std::make_unique<ui::Ui>(shapes_, engine_);
}

void Stage::advance(SteadyMs ms) {
  const SteadyMs until = now_ + ms;
  for (;;) {
    const SteadyMs tick = app::next_tick(state_, setup_).value_or(until + 1);
    const SteadyMs next = std::min(tick, ui_->wake_at().value_or(until + 1));
    if (next > until) break;
    now_ = std::max(now_, next);
    if (tick <= now_) happens(app::Tick{now_});
    turn(held_);
  }
  now_ = until;
  turn(held_);
}

void Stage::turn(ui::Input input) {
  constexpr int kMostPasses = 8;
  ui::Input rest;
  rest.pointer_x = input.pointer_x;
  rest.pointer_y = input.pointer_y;
  rest.pointer_down = input.pointer_down;
  held_ = rest;
  changed_ = true;
  pass(std::move(input));
  for (int i = 1; i < kMostPasses && (changed_ || ui_->needs_pass()); ++i) pass(rest);
}

void Stage::down(const std::string& id) {
  const ui::Element* element = find(id);
  if (element == nullptr) throw std::runtime_error(id + " is not shown");
  if (element->out_of_sight) {
    ui_->focus(id);
    turn();
    element = find(id);
  }
  ui::Input input;
  input.pointer_x = element->box.x + element->box.width / 2;
  input.pointer_y = element->box.y + element->box.height / 2;
  input.pointer_down = true;
  turn(std::move(input));
}

void Stage::up_at(float x, float y) {
  ui::Input input;
  input.pointer_x = x;
  input.pointer_y = y;
  turn(std::move(input));
}

void Stage::press(const std::string& id) {
  down(id);
  const ui::Box box = find(id)->box;
  up_at(box.x + box.width / 2, box.y + box.height / 2);
}

void Stage::type(const std::string& id, const std::string& text) {
  press(id);
  type_on(text);
}

void Stage::type_on(const std::string& text) {
  ui::Input input;
  input.text.append(text);
  turn(std::move(input));
}

void Stage::key(ui::Key key) {
  ui::Input input;
  input.keys.push_back(key);
  turn(std::move(input));
}

std::string Stage::focused() const {
  for (const ui::Element& element : elements()) {
    if (element.focused) return element.id;
  }
  return {};
}

std::vector<shell::DirtyBox> Stage::paint() {
  return renderer_.render(*ui_->draw_data(), {pixels_.data(), width_, height_, width_});
}

const std::vector<std::string>& Stage::pages() {
  static const std::vector<std::string> all{
      "home",   "services", "questions.0", "questions.1", "questions.2", "questions.3", "review", "saving",
      "failed", "receipt",  "help",        "idle",        "closed",      "languages",   "attract"};
  return all;
}

void Stage::answer_step(int step) {
  switch (step) {
    case 0:
      press("q.kind.streetlight");
      break;
    case 1:
      type("q.location", "Storgatan 12, vid busshållplatsen");
      break;
    case 2:
      type("q.description", "Lampan är mörk sedan i måndags.");
      break;
    case 3:
      press("q.contact.sms");
      type("q.phone", "070-174 06 05");
      break;
    default:
      break;
  }
  // Where room is scarce the way on comes back when the keyboard has gone.
  if (find("nav.next") == nullptr) press("key.done");
  press("nav.next");
}

void Stage::go_to(const std::string& page) {
  if (page == "home") return;
  if (page == "help") return press("help.staff");
  if (page == "languages") return press("lang.more");
  if (page == "attract") return advance(SteadyMs{setup_.attract_after_s} * 1000);
  press("home.services");
  if (page == "services") return;
  if (page == "closed") return happens(app::FormsClosed{state_.visit, ErrorCode::full}), turn();
  press("service.fault_report");
  for (int step = 0; step < 4; ++step) {
    if (page == "questions." + std::to_string(step)) return;
    answer_step(step);
  }
  if (page == "review") return;
  if (page == "idle") {
    happens(app::InputSeen{1'000});
    happens(app::Tick{1'000 + setup_.idle_after_s * 1'000});
    return turn();
  }
  press("review.send");
  if (page == "saving") return;
  const auto submission = std::get<app::SavingPage>(state_.page).submission;
  if (page == "failed")
    happens(app::SaveFailed{state_.visit, submission, ErrorCode::full});
  else
    happens(app::SubmissionSaved{state_.visit, submission});
  turn();
}

void Stage::walk(const std::function<void(const std::string&)>& look) {
  const auto beside = [&](const std::string& page, const std::string& open, const std::string& close) {
    press(open);
    look(page);
    press(close);
  };
  look("home");
  beside("languages", "lang.more", "nav.back");
  beside("help", "help.staff", "help.close");
  press("home.services");
  look("services");
  press("service.fault_report");
  for (int step = 0; step < 4; ++step) {
    look("questions." + std::to_string(step));
    answer_step(step);
  }
  look("review");
  happens(app::InputSeen{now_});
  happens(app::Tick{now_ + SteadyMs{setup_.idle_after_s} * 1'000});
  turn();
  look("idle");
  press("idle.stay");
  press("review.send");
  const auto submission = std::get<app::SavingPage>(state_.page).submission;
  look("saving");
  happens(app::SaveFailed{state_.visit, submission, ErrorCode::full});
  turn();
  look("failed");
  press("review.send");
  happens(app::SubmissionSaved{state_.visit, submission});
  turn();
  look("receipt");
}

}  // namespace lotsen::tests
