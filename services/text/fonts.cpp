#include "services/text/fonts.h"

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

namespace lotsen::text {
namespace {

std::string families_of(const FcFontSet& set) {
  std::string families;
  std::string last;
  for (int i = 0; i < set.nfont; ++i) {
    FcChar8* family = nullptr;
    if (FcPatternGetString(set.fonts[i], FC_FAMILY, 0, &family) != FcResultMatch) continue;
    const std::string name = reinterpret_cast<const char*>(family);
    if (name != last) families += (families.empty() ? "" : ",") + name;
    last = name;
  }
  return families;
}

Result<ConfigHandle> read_files(const std::vector<std::filesystem::path>& files) {
  ConfigHandle config(FcConfigCreate());
  for (const std::filesystem::path& file : files) {
    const auto* name = reinterpret_cast<const FcChar8*>(file.c_str());
    if (!FcConfigAppFontAddFile(config.get(), name)) {
      return fail(ErrorCode::not_found, "no font can be read from " + file.string());
    }
  }
  return config;
}

// Pango runs FcInit() in a thread, which would scan the system's fonts: let it find this empty configuration.
void keep_system_fonts_out() {
  const ConfigHandle empty(FcConfigCreate());
  FcConfigSetCurrent(empty.get());
}

}  // namespace

void ReleaseFontMap::operator()(PangoFontMap* map) const {
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), nullptr);
  g_object_unref(map);
}

Result<Fonts> load_fonts(const std::vector<std::filesystem::path>& files) {
  if (files.empty()) return fail(ErrorCode::not_found, "no font file is given");
  Result<ConfigHandle> config = read_files(files);
  if (!config) return tl::unexpected(config.error());
  keep_system_fonts_out();
  Fonts fonts;
  fonts.families = families_of(*FcConfigGetFonts(config->get(), FcSetApplication));
  fonts.map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts.map.get()), config->get());
  return fonts;
}

}  // namespace lotsen::text
