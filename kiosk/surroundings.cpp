#include "kiosk/surroundings.h"

#include <algorithm>

#include "services/config/command_line.h"
#include "services/forms/form_json.h"

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

}  // namespace

Result<ui::Theme> read_theme(const config::Settings& settings) {
  const auto colour = [&](std::string_view key) { return packed(settings.colour(key)); };
  const ui::Theme theme{colour("theme.background"),   colour("theme.surface"),       colour("theme.line"),
                        colour("theme.ink"),          colour("theme.ink_secondary"), colour("theme.brand"),
                        colour("theme.brand_bright"), colour("theme.on_brand"),      colour("theme.accent"),
                        colour("theme.success"),      colour("theme.error"),         colour("theme.focus")};
  if (const Result<void> readable = ui::check_contrast(theme); !readable)
    return tl::unexpected(readable.error());
  return theme;
}

app::Setup read_setup(const config::Settings& settings, Log& log) {
  forms::LoadedForms loaded = forms::load_forms(settings.path("forms_dir"));
  for (const Error& fault : loaded.faults) log.alarm("form.broken", {{"fault", fault.detail}});
  app::Setup setup;
  setup.forms = std::move(loaded.forms);
  setup.languages = settings.list("languages.offered");
  setup.idle_after_s = static_cast<int>(settings.integer("idle.after_s"));
  setup.idle_countdown_s = static_cast<int>(settings.integer("idle.countdown_s"));
  return setup;
}

screens::Reception read_reception(const config::Settings& settings) {
  return {settings.text("municipality.name"), {settings.texts("desk")}};
}

std::map<std::string, i18n::Catalogue> read_catalogues(app::Setup& setup, Log& log) {
  std::map<std::string, i18n::Catalogue> texts;
  for (const std::string& language : setup.languages) {
    if (language == "en") {
      texts.emplace(language, i18n::Catalogue::english());
      continue;
    }
    Result<i18n::Catalogue> loaded =
        i18n::Catalogue::load(config::data_folder() / "i18n" / (language + ".mo"), language);
    if (loaded)
      texts.emplace(language, std::move(*loaded));
    else
      log.alarm("catalogue.broken", {{"language", language}, {"fault", loaded.error().detail}});
  }
  std::erase_if(setup.languages, [&](const std::string& language) { return !texts.contains(language); });
  if (setup.languages.empty()) {
    setup.languages.emplace_back("en");
    texts.emplace("en", i18n::Catalogue::english());
  }
  return texts;
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
