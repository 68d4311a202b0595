#include "kiosk/ui/ui.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <utility>

namespace lotsen::ui {

// ImGui wants a font even though no text of ours goes through it: one glyph, built once per visit in 0.1 ms.
struct Ui::Inside {
  Inside() : context(ImGui::CreateContext(&atlas)) {
    ImGui::SetCurrentContext(context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.GetClipboardTextFn = [](void*) { return ""; };
    io.SetClipboardTextFn = [](void*, const char*) {};
    static constexpr ImWchar kOneGlyph[] = {' ', ' ', 0};
    ImFontConfig config;
    config.GlyphRanges = kOneGlyph;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    atlas.AddFontDefault(&config);
    atlas.Build();
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = {0, 0};
    style.WindowBorderSize = 0;
  }
  ~Inside() { ImGui::DestroyContext(context); }
  Inside(const Inside&) = delete;
  Inside& operator=(const Inside&) = delete;

  ImFontAtlas atlas;
  ImGuiContext* context;
};

Ui::Ui(Shapes& shapes, text::Engine& engine)
    : texts_(engine), canvas_(texts_, shapes), inside_(std::make_unique<Inside>()) {}

Ui::~Ui() = default;

void Ui::begin(const Frame& frame, Input input) {
  ImGui::SetCurrentContext(inside_->context);
  input_ = std::move(input);
  input_.text.append(queued_.text.view());
  input_.keys.insert(input_.keys.end(), queued_.keys.begin(), queued_.keys.end());
  from_screen_ = !queued_.text.empty() || !queued_.keys.empty();
  queued_ = {};
  again_ = false;
  field_seen_ = false;
  catalogue_ = frame.texts;
  theme_ = frame.theme;
  now_ = frame.now;
  keyboard_.set_times(frame.key_times);
  page_ = frame.page;
  if (page_ != page_before_) {
    scroll_ = {};
    focus_.clear();
  }
  opacity_ = frame.opacity;

  const bool wide = frame.width_px > frame.height_px;
  const auto width = static_cast<float>(frame.width_px);
  const auto height = static_cast<float>(frame.height_px);
  scale_ = std::min(width / (wide ? 1920.0F : 1080.0F), height / (wide ? 1080.0F : 1920.0F));
  width_ = width / scale_;
  height_ = height / scale_;
  px_per_mm_ = frame.px_per_mm;
  constexpr float kLeastMm = 9;
  least_press_ = std::max(72.0F, of_mm(kLeastMm));

  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width, height};
  io.DeltaTime = 1.0F / 60;
  io.MousePos = {input_.pointer_x, input_.pointer_y};
  io.MouseDown[0] = input_.pointer_down;
  if (input_.pointer_down) keyboard_mode_ = false;
  if (!input_.keys.empty()) keyboard_mode_ = true;

  texts_.trim();
  canvas_.begin(scale_, frame.text_scale, language(), right_to_left() ? width : 0);
  before_ = std::exchange(elements_, {});
  if (take_key(Key::tab)) move_focus(+1);
  if (take_key(Key::shift_tab)) move_focus(-1);

  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("kiosk", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoSavedSettings |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  canvas_.fill({0, 0, width, height}, theme_->background);
  page_opacity(true);
}

void Ui::end() {
  if (!editing_.empty() && !field_seen_) {  // the page it was on is gone
    close_keyboard();
    again_ = true;
  }
  // Arrows walk like Tab where no field took them.
  if (take_key(Key::down) || take_key(Key::right)) move_focus(+1);
  if (take_key(Key::up) || take_key(Key::left)) move_focus(-1);
  ImGui::End();
  ImGui::Render();
  again_ = again_ || !queued_.keys.empty() || !queued_.text.empty() || focus_ != focus_before_;
  speak_changes();
  page_before_ = page_;
  focus_before_ = focus_;
  again_ = again_ || seek_passes_ > 0;
  seek_passes_ = std::max(0, seek_passes_ - 1);
  input_ = {};
}

ImDrawData* Ui::draw_data() const {
  ImGui::SetCurrentContext(inside_->context);
  return ImGui::GetDrawData();
}

void Ui::speak_changes() {
  if (catalogue_ == nullptr) return;
  const auto say = [this](std::vector<std::string> sentences) {
    for (std::string& sentence : sentences) spoken_.push_back(std::move(sentence));
  };
  if (page_ != page_before_)
    say(spoken_page(elements_, *catalogue_));
  else
    say(spoken_changes(before_, elements_, *catalogue_));
  constexpr std::size_t kMostKept = 256;  // nobody may be listening
  if (spoken_.size() > kMostKept) spoken_.erase(spoken_.begin(), spoken_.end() - kMostKept / 2);
  const Element* focused = focus_ == focus_before_ ? nullptr : find(elements_, focus_);
  if (focused != nullptr) say({spoken(*focused, *catalogue_)});
}

std::string Ui::tr(std::string_view key, i18n::Arguments arguments) const {
  return catalogue_ == nullptr ? std::string(key) : catalogue_->text(key, arguments);
}

std::string Ui::tr_plural(std::string_view one, std::string_view many, long n) const {
  return catalogue_ == nullptr ? std::string(many) : catalogue_->plural(one, many, n);
}

const std::string& Ui::language() const {
  static const std::string kNone = "sv";
  return catalogue_ == nullptr ? kNone : catalogue_->language();
}

void Ui::close_keyboard() {
  if (keyboard_open()) seek_passes_ = 3;  // this one, one that lays the page out anew, one that can scroll it
  editing_.clear();
  keyboard_.close();
}

float Ui::keyboard_top() const {
  return keyboard_open() ? height_ - keyboard_.height(*this) : height_;
}

// Keyboards look the same in all directions of writing.
void Ui::keyboard() {
  if (!keyboard_open()) return;
  canvas_.set_mirrored(false);
  Keyboard::Output typed = keyboard_.draw(*this);
  canvas_.set_mirrored(true);
  queued_.text.append(typed.text.view());
  queued_.keys.insert(queued_.keys.end(), typed.keys.begin(), typed.keys.end());
  again_ = again_ || typed.changed;
  if (!typed.done) return;
  close_keyboard();
  again_ = true;
}

void Ui::column(const Area& area) {
  column_ = area;
}

void Ui::page_opacity(bool on) {
  canvas_.set_opacity(on ? opacity_ : 1);
}

bool Ui::language_is_complete() const {
  return catalogue_ == nullptr || catalogue_->coverage() == i18n::Coverage::full;
}

bool Ui::right_to_left() const {
  return catalogue_ != nullptr && catalogue_->right_to_left();
}

float Ui::text_width(std::string_view text, const TextStyle& style) {
  return static_cast<float>(canvas_.measure(text, style).width) / scale_;
}

float Ui::text_height(std::string_view text, const TextStyle& style, float width) {
  return static_cast<float>(canvas_.measure(text, style, width * scale_).height) / scale_;
}

Box Ui::box_of(const Area& area) const {
  return {area.x * scale_, area.y * scale_, area.width * scale_, area.height * scale_};
}

// Boxes come in the layout's pixels and are kept in the window's.
void Ui::record(Element element) {
  if (element.id.empty()) return;
  if (scroll_.active) {
    const Box view = box_of(scroll_.view);
    element.out_of_sight =
        element.box.y < view.y - 0.5F || element.box.y + element.box.height > view.y + view.height + 0.5F;
  }
  element.box = canvas_.placed(element.box);
  elements_.push_back(std::move(element));
}

Ui::Touch Ui::touch(Element element, const Area& area) {
  return touch_at(std::move(element), box_of(area));
}

// Acts when the finger is lifted, and not when it slid off first (EN 301 549, 11.2.5.2): ButtonBehavior.
Ui::Touch Ui::touch_at(Element element, const Box& box) {
  const ImGuiID id = ImGui::GetID(element.id.c_str());
  const Box at = canvas_.placed(box);
  const ImRect rectangle({at.x, at.y}, {at.x + at.width, at.y + at.height});
  ImGui::ItemAdd(rectangle, id);
  bool hovered = false;
  Touch touch;
  touch.pressed = ImGui::ButtonBehavior(rectangle, id, &hovered, &touch.held);
  touch.held = touch.held && hovered;
  const bool is_key = element.role == Role::key;
  if (scroll_.dragging) touch = {};
  const bool stays = is_key || element.id.starts_with("scroll.");  // who scrolls stays where they write
  if (touch.pressed && !stays) focus_ = element.id;
  if (focus_ == element.id && element.role != Role::field && (take_key(Key::enter) || take_key(Key::space)))
    touch.pressed = true;
  if (touch.pressed && !stays && element.id != editing_) close_keyboard();
  again_ = again_ || touch.pressed;
  element.focused = focus_ == element.id;
  touch.ring = element.focused && keyboard_mode_;
  if (scroll_.active && element.focused && (focus_ != focus_before_ || seek_passes_ > 0)) keep_in_sight(box);
  element.box = box;
  record(std::move(element));
  return touch;
}

void Ui::focus_ring(const Box& box, float radius) {
  const float ink = std::max(2.0F, 3 * scale_);
  const float ring = std::max(3.0F, 6 * scale_);
  const auto grown = [&](float by) {
    return Box{box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by};
  };
  canvas_.fill_round(grown(ink + ring), radius + 9, theme_->focus);
  canvas_.fill_round(grown(ink), radius + 3, theme_->focus_border);
}

void Ui::move_focus(int by) {
  std::vector<const Element*> stops;
  const Elements& known = elements_.empty() ? before_ : elements_;
  for (const Element& element : known) {
    if (is_pressable(element.role)) stops.push_back(&element);
  }
  if (stops.empty()) return;
  const auto at = std::ranges::find_if(stops, [this](const Element* e) { return e->id == focus_; });
  const auto count = static_cast<int>(stops.size());
  const int index = at == stops.end() ? (by > 0 ? 0 : count - 1)
                                      : (static_cast<int>(at - stops.begin()) + by + count) % count;
  focus_ = stops[static_cast<std::size_t>(index)]->id;
}

bool Ui::take_key(Key key) {
  const auto found = std::ranges::find(input_.keys, key);
  if (found == input_.keys.end()) return false;
  input_.keys.erase(found);
  return true;
}

bool Ui::touched_anywhere(const Area& area, const std::string& id, std::string_view label) {
  const bool typed = !input_.text.empty() || std::ranges::any_of(input_.keys, [](Key key) {
    return key != Key::tab && key != Key::shift_tab;
  });
  return touch({.id = id, .role = Role::button, .label = std::string(label)}, area).pressed || typed;
}

bool Ui::escape_pressed() {
  if (!take_key(Key::escape)) return false;
  if (!keyboard_open()) return true;
  close_keyboard();
  again_ = true;
  return false;
}

void Ui::focus_once(std::string id) {
  if (page_ != page_before_) focus(std::move(id));
}

void Ui::focus(std::string id) {
  focus_ = std::move(id);
  keyboard_mode_ = true;
}

}  // namespace lotsen::ui
