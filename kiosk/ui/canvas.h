// Canvas: draws in window pixels onto ImGui's draw list, with two primitives only: a rectangle of one colour
// and an alpha picture at its own size, both on whole pixels. That is all the tile renderer has to know.
#pragma once
#include <string>
#include <string_view>
#include <vector>

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
  bool visitors = false;  // what a visitor wrote: breaks anywhere, since a hyphen would change it
};

class Canvas {
 public:
  Canvas(TextCache& texts, Shapes& shapes) : texts_(texts), shapes_(shapes) {}

  // Layout is written from left to right; `mirror_width` (pixels of the window, 0 = none) turns it round.
  void begin(float scale, float text_scale, std::string_view language, float mirror_width);
  void set_mirrored(bool on) { mirrored_ = on; }
  bool mirrored() const { return mirrored_ && mirror_width_ > 0; }
  Box placed(const Box& box) const;                        // where a box of the layout lies in the window
  void set_opacity(float opacity) { opacity_ = opacity; }  // 1 = opaque; the page's fade
  float scale() const { return scale_; }
  float text_scale() const { return text_scale_; }
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
  void block_at(const text::Block& block, Colour colour, float x, float y);  // pixels of the window
  text::Engine& engine() { return texts_.engine(); }

  // What of this frame's texts was not drawn as it should be: a character that no font has, a word broken
  // anywhere, a line wider than its place. For tests; empty when all is well.
  const std::vector<std::string>& faults() const { return faults_; }

  void push_clip(const Box& box);
  void pop_clip();

  // What is drawn between these lies under what was drawn since `begin_front`: for cards whose height is
  // known only when their content is.
  void begin_front();
  void begin_back();
  void end_layers();

 private:
  // In pixels of the window; the rest is in those of the layout.
  // A word that is wider than its place and may not be broken makes its text smaller.
  TextStyle fitted(std::string_view text, TextStyle style, float width_px);
  void raw_fill(const Box& box, Colour colour);
  void raw_round(const Box& box, float radius, Colour colour);
  void picture(const Picture& picture, float x, float y, Colour colour);
  void picture_part(const Picture& picture, const Box& part, float x, float y, Colour colour);
  std::uint32_t tint(Colour colour) const;

  TextCache& texts_;
  Shapes& shapes_;
  float scale_ = 1;
  float text_scale_ = 1;
  float mirror_width_ = 0;
  bool mirrored_ = true;
  float opacity_ = 1;
  std::string language_ = "sv";
  std::vector<std::string> faults_;
};

}  // namespace lotsen::ui
