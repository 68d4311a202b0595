#include "services/text/typesetter.h"

#include <hb.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "services/text/direction.h"
#include "services/text/long_words.h"
#include "services/text/shown_text.h"

namespace lotsen::text {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr int kUnboundedPx = 1 << 20;  // wider than any line; Pango limits lines only where there is a width

PangoWeight pango_weight(Weight weight) {
  switch (weight) {
    case Weight::regular:
      return PANGO_WEIGHT_NORMAL;
    case Weight::medium:
      return PANGO_WEIGHT_MEDIUM;
    case Weight::semibold:
      return PANGO_WEIGHT_SEMIBOLD;
    case Weight::bold:
      return PANGO_WEIGHT_BOLD;
  }
  return PANGO_WEIGHT_NORMAL;
}

PangoAlignment pango_alignment(Align align, bool mirrored) {
  switch (align) {
    case Align::start:
      return mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    case Align::center:
      return PANGO_ALIGN_CENTER;
    case Align::end:
      return mirrored ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
  }
  return PANGO_ALIGN_LEFT;
}

// As a browser draws: grey edges, no hinting, letters where their widths put them.
void set_quality(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
}

hb_font_extents_t default_extents(PangoContext* context, const PangoFontDescription* description) {
  const GObjectHandle<PangoFont> font(pango_context_load_font(context, description));
  hb_font_extents_t extents{};
  if (font) hb_font_get_h_extents(pango_font_get_hb_font(font.get()), &extents);
  return extents;
}

// A word that breaks anywhere may be an address or a code: a hyphen would change it, so hyphens are shown
// only where soft hyphens stand. Pango asks at each break inside a range, and not at its ends.
AttributesHandle hyphens_only_at_soft_ones(std::string_view text) {
  AttributesHandle attributes(pango_attr_list_new());
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t hyphen = text.find(kSoftHyphen, begin);
    const std::size_t end = hyphen == std::string_view::npos ? text.size() : hyphen + kSoftHyphen.size();
    PangoAttribute* none = pango_attr_insert_hyphens_new(FALSE);
    none->start_index = static_cast<guint>(begin);
    none->end_index = static_cast<guint>(end);
    pango_attr_list_insert(attributes.get(), none);
    begin = end;
  }
  return attributes;
}

double px(int pango_units) {
  return static_cast<double>(pango_units) / PANGO_SCALE;
}

Line line_at(PangoLayoutIter* iter, int number, int baseline) {
  PangoRectangle ink;
  PangoRectangle logical;
  pango_layout_iter_get_line_extents(iter, &ink, &logical);
  const double ink_top = baseline + px(ink.y - pango_layout_iter_get_baseline(iter));
  return Line{.line = pango_layout_iter_get_line_readonly(iter),
              .number = number,
              .x = px(logical.x),
              .width = px(logical.width),
              .baseline = baseline,
              .ink_left = px(ink.x),
              .ink_top = ink_top,
              .ink_right = px(ink.x + ink.width),
              .ink_bottom = ink_top + px(ink.height)};
}

}  // namespace

Typesetter::Typesetter(const Fonts& fonts) {
  context_.reset(pango_font_map_create_context(fonts.map.get()));
  set_quality(context_.get());
  description_.reset(pango_font_description_new());
  pango_font_description_set_family(description_.get(), fonts.families.c_str());
  constexpr double kAnySize = 32;
  pango_font_description_set_absolute_size(description_.get(), kAnySize * PANGO_SCALE);
  const hb_font_extents_t extents = default_extents(context_.get(), description_.get());
  ascent_ = px(extents.ascender) / kAnySize;
  descent_ = px(-extents.descender) / kAnySize;
  layout_.reset(pango_layout_new(context_.get()));
  pango_layout_set_auto_dir(layout_.get(), FALSE);
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
}

// The text decides its order, the language its side.
void Typesetter::set_direction(const Block& block, bool from_the_right) {
  const std::string language(block.language);
  pango_context_set_language(context_.get(), pango_language_from_string(language.c_str()));
  pango_context_set_base_dir(context_.get(), from_the_right ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_set_alignment(layout_.get(), pango_alignment(block.align, right_to_left(block.language)));
}

void Typesetter::set_font(const Block& block) {
  pango_font_description_set_weight(description_.get(), pango_weight(block.weight));
  pango_font_description_set_absolute_size(description_.get(),
                                           static_cast<double>(block.size_px) * PANGO_SCALE);
  pango_layout_set_font_description(layout_.get(), description_.get());
  line_height_ = static_cast<int>(std::lround(block.size_px * block.line_height));
  const int ascent = static_cast<int>(std::lround(block.size_px * ascent_));
  const int descent = static_cast<int>(std::lround(block.size_px * descent_));
  first_baseline_ = static_cast<int>(std::floor((line_height_ - ascent - descent) / 2.0)) + ascent;
}

void Typesetter::set_box(const Block& block) {
  const bool limited = block.max_lines > 0;
  const int unbounded = limited ? kUnboundedPx * PANGO_SCALE : -1;
  pango_layout_set_width(layout_.get(), block.width_px > 0 ? block.width_px * PANGO_SCALE : unbounded);
  pango_layout_set_ellipsize(layout_.get(), limited ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height(layout_.get(), limited ? -block.max_lines : -1);
}

void Typesetter::set_text(const std::string& shown) {
  pango_layout_set_attributes(layout_.get(), hyphens_only_at_soft_ones(shown).get());
  pango_layout_set_text(layout_.get(), shown.data(), static_cast<int>(shown.size()));
}

// Pango runs the lines after the last allowed one together with it; a reader expects it to end where it ends.
void Typesetter::cut_hidden_lines(const std::string& shown) {
  const int last = pango_layout_get_line_count(layout_.get()) - 1;
  const int start = pango_layout_line_get_start_index(pango_layout_get_line_readonly(layout_.get(), last));
  const std::size_t end = shown.find(kLineSeparator, static_cast<std::size_t>(start));
  cut_ = end != std::string::npos || pango_layout_is_ellipsized(layout_.get()) != FALSE;
  if (end != std::string::npos) set_text(shown.substr(0, end) + std::string(kEllipsis));
}

void Typesetter::set(const Block& block) {
  std::string shown = shown_text(block);
  const bool from_the_right = runs_from_the_right(shown);
  set_direction(block, from_the_right);
  isolates_ = holds_right_to_left(shown) ? Isolates(shown, from_the_right) : Isolates();
  shown = isolates_.put_into(shown);
  set_font(block);
  set_box(block);
  set_text(shown);
  if (block.hyphenate && breaks_words()) {
    shown = with_soft_hyphens(layout_.get(), hyphenator_, block.language);
    set_text(shown);
  }
  cut_ = false;
  if (block.max_lines > 0) cut_hidden_lines(shown);
}

void Typesetter::clear() {
  pango_layout_set_text(layout_.get(), "", 0);
  isolates_ = Isolates();
}

bool Typesetter::breaks_words() const {
  return text::breaks_words(layout_.get());
}

void Typesetter::for_each_line(const std::function<void(const Line&)>& visit) const {
  const IterHandle iter(pango_layout_get_iter(layout_.get()));
  int number = 0;
  do {
    visit(line_at(iter.get(), number, number * line_height_ + first_baseline_));
    ++number;
  } while (pango_layout_iter_next_line(iter.get()));
}

}  // namespace lotsen::text
