#include "tests/ui/stage.h"

#include <stdexcept>

#include "kiosk/ui/theme.h"
#include "services/forms/form_json.h"

namespace lotsen::tests {
namespace {

const std::vector<std::filesystem::path>& fonts() {
  static const std::filesystem::path inter = "/usr/share/fonts/opentype/inter";
  static const std::vector<std::filesystem::path> files{
      inter / "Inter-Regular.otf", inter / "Inter-Medium.otf", inter / "Inter-SemiBold.otf",
      inter / "Inter-Bold.otf"};
  return files;
}

app::Setup read_setup() {
  app::Setup setup;
  setup.forms = forms::load_forms(LOTSEN_SOURCE_DIR "/config/forms").forms;
  setup.languages = {"sv", "en"};
  return setup;
}

}  // namespace

Stage::Stage(int width, int height, const std::string& language)
    : width_(width),
      height_(height),
      setup_(read_setup()),
      reception_{"Exempelby kommun",
                 {{{"sv", "Disken finns till vänster om entrén."},
                   {"en", "The desk is to the left of the entrance."}}}},
      engine_(text::Engine::create(fonts()).value()),
      shapes_(LOTSEN_SHARE_DIR "/icons"),
      ui_(std::make_unique<ui::Ui>(theme_, shapes_, engine_)),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height)) {
  texts_.emplace("en", i18n::Catalogue::english());
  texts_.emplace("sv", i18n::Catalogue::load(LOTSEN_SHARE_DIR "/i18n/sv.mo", "sv").value());
  state_.language = language;
  turn();
}

void Stage::pass(ui::Input input) {
  ui_->begin({width_, height_, 1, screens::page_key(state_), &texts_.at(state_.language)}, std::move(input));
  const screens::Actions actions = screens::draw(state_, {setup_, reception_}, *ui_);
  ui_->end();
  for (const app::Action& action : actions) happens(action);
}

void Stage::happens(const app::Action& action) {
  const VisitId before = state_.visit;
  for (app::Command& command : app::update(state_, action, setup_, ids_))
    commands_.push_back(std::move(command));
  if (state_.visit != before) ui_ = std::make_unique<ui::Ui>(theme_, shapes_, engine_);
}

void Stage::turn(ui::Input input) {
  ui::Input rest;
  rest.pointer_x = input.pointer_x;
  rest.pointer_y = input.pointer_y;
  rest.pointer_down = input.pointer_down;
  pass(std::move(input));
  for (int i = 0; i < 4; ++i) pass(rest);
}

void Stage::down(const std::string& id) {
  const ui::Element* element = find(id);
  if (element == nullptr) throw std::runtime_error(id + " is not shown");
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
      "home",   "services", "questions.0", "questions.1", "questions.2", "questions.3", "review",
      "saving", "failed",   "receipt",     "help",        "idle",        "closed"};
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
  press("nav.next");
}

void Stage::go_to(const std::string& page) {
  if (page == "home") return;
  if (page == "help") return press("help.staff");
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

}  // namespace lotsen::tests
