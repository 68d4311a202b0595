#include "kiosk/surroundings.h"

#include <algorithm>

#include "kiosk/shield.h"
#include "services/config/command_line.h"
#include "services/forms/form_json.h"
#include "services/i18n/catalogues.h"

namespace lotsen {
namespace {

ui::Colour packed(config::Colour colour) {
  return static_cast<ui::Colour>(colour.red) << 16U | static_cast<ui::Colour>(colour.green) << 8U |
         colour.blue;
}

bool is_loopback(const std::string& url) {
  return url.starts_with("http://127.0.0.1") || url.starts_with("http://localhost") ||
         url.starts_with("http://[::1]");
}

bool is_kiosk_name(const std::string& name) {
  constexpr std::string_view kCharacters =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
  return !name.empty() && name.size() <= 64 && name.find_first_not_of(kCharacters) == std::string::npos;
}

// Tried one by one only when they do not all hold, so that a sound kiosk pays nothing for it.
config::Paths sound_fonts(const config::Paths& files, Faults& faults) {
  config::Paths sound;
  for (const std::filesystem::path& file : files) {
    if (text::Engine::create({file}))
      sound.push_back(file);
    else
      faults.push_back({"font.broken", "text.fonts: no font can be read from " + file.string() +
                                           "; the others are used, install or remove it"});
  }
  return sound;
}

Result<text::Engine> read_fonts(const config::Paths& files, Faults& faults) {
  Result<text::Engine> all = text::Engine::create(files);
  if (all) return all;
  const config::Paths sound = sound_fonts(files, faults);
  if (!sound.empty()) return text::Engine::create(sound);
  return fail(all.error().code, "text.fonts: " + all.error().detail + ", and no other font is left");
}

ui::Theme configured_theme(const config::Settings& settings) {
  const auto colour = [&](std::string_view key) { return packed(settings.colour(key)); };
  ui::Theme theme;
  theme.background = colour("theme.background");
  theme.surface = colour("theme.surface");
  theme.line = colour("theme.line");
  theme.ink = colour("theme.ink");
  theme.ink_secondary = colour("theme.ink_secondary");
  theme.brand = colour("theme.brand");
  theme.brand_bright = colour("theme.brand_bright");
  theme.on_brand = colour("theme.on_brand");
  theme.accent = colour("theme.accent");
  theme.success = colour("theme.success");
  theme.error = colour("theme.error");
  theme.focus = colour("theme.focus");
  theme.focus_border = theme.ink;
  theme.board = ui::mix(theme.line, theme.background, 0.25);
  return theme;
}

ui::Theme read_theme(const config::Settings& settings, Faults& faults) {
  const ui::Theme theme = configured_theme(settings);
  const Result<void> readable = ui::check_contrast(theme);
  if (readable) return theme;
  faults.push_back({"theme.refused", readable.error().detail + "; until then the built-in theme is shown"});
  return {};
}

app::Setup read_setup(const config::Settings& settings, Faults& faults) {
  forms::LoadedForms loaded = forms::load_forms(settings.path("forms_dir"));
  for (const Error& fault : loaded.faults) faults.push_back({"form.broken", fault.detail});
  app::Setup setup;
  setup.forms = std::move(loaded.forms);
  setup.languages = settings.list("languages.offered");
  setup.idle_after_s = static_cast<int>(settings.integer("idle.after_s"));
  setup.idle_countdown_s = static_cast<int>(settings.integer("idle.countdown_s"));
  setup.attract_after_s = static_cast<int>(settings.integer("idle.attract_after_s"));
  return setup;
}

// How high above the lower edge of the glass a low hand reaches; 0 when the glass is not known.
float reach_mm(const config::Settings& settings) {
  if (settings.integer("screen.millimetres_high") == 0) return 0;
  const auto reach = settings.integer("reach.highest_mm") - settings.integer("screen.lower_edge_mm");
  return static_cast<float>(std::max<std::int64_t>(1, reach));
}

// It stands on every page: at the largest text, one without end would leave no room for anything else.
std::string read_name(const config::Settings& settings, Faults& faults) {
  constexpr int kMostLetters = 60;
  const std::string& name = settings.text("municipality.name");
  std::size_t end = 0;
  for (int i = 0; i < kMostLetters && end < name.size(); ++i) end = text::next_boundary(name, end);
  if (end == name.size()) return name;
  faults.push_back({"name.shortened", "municipality.name: is longer than " + std::to_string(kMostLetters) +
                                          " letters and is shown shortened; write a shorter one"});
  return name.substr(0, end) + "…";
}

screens::Reception read_reception(const config::Settings& settings, const app::Setup& setup,
                                  const std::map<std::string, i18n::Catalogue>& texts, Faults& faults) {
  screens::Reception reception{
      read_name(settings, faults), {settings.texts("desk")}, {}, reach_mm(settings), false};
  for (const std::string& language : setup.languages) {
    const i18n::Catalogue& own = texts.at(language);
    const bool complete = own.coverage() == i18n::Coverage::full;
    reception.languages.push_back(
        {language, own.own_name(), complete ? "" : own.text("Some pages are in Swedish")});
  }
  return reception;
}

// By language, of those offered and can be read, and Swedish.
std::map<std::string, i18n::Catalogue> read_catalogues(app::Setup& setup, Faults& faults) {
  i18n::Catalogues read = i18n::load_catalogues(config::data_folder() / "i18n", setup.languages);
  for (const Error& fault : read.faults)
    faults.push_back({"catalogue.broken", "languages.offered: " + fault.detail});
  setup.languages = std::move(read.languages);
  return std::move(read.texts);
}

std::filesystem::path read_shield(const config::Settings& settings, Faults& faults) {
  const std::filesystem::path& svg = settings.path("municipality.shield");
  if (svg.empty()) return {};
  const Result<std::filesystem::path> drawn = draw_shield(svg, settings.path("data_dir"));
  if (drawn) return *drawn;
  faults.push_back(
      {"shield.broken", "municipality.shield: " + drawn.error().detail + "; the built-in shield is shown"});
  return {};
}

}  // namespace

Result<Surroundings> read_surroundings(const config::Settings& settings) {
  Faults faults;
  std::filesystem::path shield = read_shield(settings, faults);
  Result<text::Engine> engine = read_fonts(settings.paths("text.fonts"), faults);
  if (!engine) return tl::unexpected(engine.error());
  const ui::Theme theme = read_theme(settings, faults);
  app::Setup setup = read_setup(settings, faults);
  std::map<std::string, i18n::Catalogue> texts = read_catalogues(setup, faults);
  screens::Reception reception = read_reception(settings, setup, texts, faults);
  reception.own_shield = !shield.empty();
  return Surroundings{
      std::move(*engine), theme, std::move(setup), std::move(texts), std::move(reception), std::move(shield),
      std::move(faults)};
}

Result<void> check_settings(const config::Settings& settings, bool scripted) {
  if (!is_kiosk_name(settings.text("kiosk_id")))
    return fail(ErrorCode::bad_input, "kiosk_id: must be 1 to 64 of letters, digits, '.', '_' and '-'");
  if (settings.text("mode") != "production") return {};
  if (scripted)
    return fail(ErrorCode::forbidden, "--visit and --measure are refused when mode = \"production\"");
  const std::string& url = settings.text("backend.url");
  if (!url.starts_with("https://") && !is_loopback(url))
    return fail(ErrorCode::bad_input,
                "backend.url: production needs https (or a proxy on this machine), not " + url);
  return {};
}

}  // namespace lotsen
