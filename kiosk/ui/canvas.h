// Canvas: draws in window pixels onto ImGui's draw list, with two primitives only: a rectangle of one colour
// and an alpha picture at its own size, both on whole pixels. That is all the tile renderer has to know.
#pragma once
#include <string>
#include <string_view>

#include "kiosk/ui/element.h"
#include "kiosk/ui/pictures.h"
#include "kiosk/ui/theme.h"

namespace lotsen::ui {

struct TextStyle {
  float size = 32;  // design px
  text::Weight weight = text::Weight::regular;
  Colour colour = 0;
  float line_height = 1.3F;
  int max_lines = 0;
  text::Align align = text::Align::start;
};

class Canvas {
 public:
  Canvas(TextCache& texts, Shapes& shapes) : texts_(texts), shapes_(shapes) {}

  void begin(float scale, std::string_view language);
  void set_opacity(float opacity) { opacity_ = opacity; }  // 1 = opaque; the page's fade
  float scale() const { return scale_; }
  int px(float design) const;

  void fill(const Box& box, Colour colour);
  void fill_round(const Box& box, float radius, Colour colour);  // radius: design px
  void outline_round(const Box& box, float radius, float width, Colour line, Colour inside);
  void disc(float centre_x, float centre_y, float diameter, Colour colour);  // diameter: design px
  void icon(const std::string& name, float x, float y, float size, Colour colour);

  // Pixels of the text at that width (0 = one line).
  text::Extent measure(std::string_view text, const TextStyle& style, float width_px = 0);
  void text(std::string_view text, const TextStyle& style, float x, float y, float width_px = 0);
  text::Block block(std::string_view text, const TextStyle& style, float width_px) const;
  text::Engine& engine() { return texts_.engine(); }

  void push_clip(const Box& box);
  void pop_clip();

  // What is drawn between these lies under what was drawn since `begin_front`: for cards whose height is
  // known only when their content is.
  void begin_front();
  void begin_back();
  void end_layers();

 private:
  void picture(const Picture& picture, float x, float y, Colour colour);
  void picture_part(const Picture& picture, const Box& part, float x, float y, Colour colour);
  std::uint32_t tint(Colour colour) const;

  TextCache& texts_;
  Shapes& shapes_;
  float scale_ = 1;
  float opacity_ = 1;
  std::string language_ = "sv";
};

}  // namespace lotsen::ui
