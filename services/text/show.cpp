#include "services/text/show.h"

#include <hb.h>
#include <pango/pangofc-font.h>

#include <array>

namespace lotsen::text {
namespace {

std::string tag_of(PangoScript script) {
  std::array<char, 5> tag{};  // PangoScript has GLib's numbers
  const guint32 iso = g_unicode_script_to_iso15924(static_cast<GUnicodeScript>(script));
  hb_tag_to_string(iso, tag.data());
  return tag.data();
}

std::filesystem::path file_of(PangoFont* font) {
  FcPattern* pattern = font ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : nullptr;
  FcChar8* file = nullptr;
  if (!pattern || FcPatternGetString(pattern, FC_FILE, 0, &file) != FcResultMatch) return {};
  return reinterpret_cast<const char*>(file);
}

Run run_of(const PangoGlyphItem& glyph_item) {
  const PangoItem& item = *glyph_item.item;
  Run run;
  run.begin = static_cast<std::size_t>(item.offset);
  run.end = run.begin + static_cast<std::size_t>(item.length);
  run.right_to_left = (item.analysis.level & 1) != 0;
  run.script = tag_of(static_cast<PangoScript>(item.analysis.script));
  run.language = pango_language_to_string(item.analysis.language);
  run.font = file_of(item.analysis.font);
  for (int i = 0; i < glyph_item.glyphs->num_glyphs; ++i) {
    const PangoGlyph glyph = glyph_item.glyphs->glyphs[i].glyph;
    if (glyph != PANGO_GLYPH_EMPTY) run.glyphs.push_back(glyph);
  }
  return run;
}

ShownLine line_of(const Line& line) {
  ShownLine shown;
  shown.begin = static_cast<std::size_t>(pango_layout_line_get_start_index(line.line));
  shown.end = shown.begin + static_cast<std::size_t>(pango_layout_line_get_length(line.line));
  shown.x = line.x;
  shown.width = line.width;
  for (const GSList* item = line.line->runs; item; item = item->next)
    shown.runs.push_back(run_of(*static_cast<const PangoGlyphItem*>(item->data)));
  return shown;
}

}  // namespace

Shown shown_by(const Typesetter& typesetter) {
  Shown shown;
  shown.text = pango_layout_get_text(typesetter.layout());
  typesetter.for_each_line([&](const Line& line) { shown.lines.push_back(line_of(line)); });
  return shown;
}

}  // namespace lotsen::text
