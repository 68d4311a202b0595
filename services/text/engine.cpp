#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>

#include "services/text/carets.h"
#include "services/text/show.h"
#include "services/text/shown_text.h"
#include "services/text/surface.h"
#include "services/text/text.h"
#include "services/text/typesetter.h"

namespace lotsen::text {

struct Engine::Inside {
  explicit Inside(Fonts own) : fonts(std::move(own)), typesetter(fonts) {}
  Fonts fonts;
  Typesetter typesetter;
};

namespace {

// A block while it is looked at: the typesetter forgets the text when this ends.
class SetBlock {
 public:
  SetBlock(Typesetter& typesetter, const Block& block) : typesetter_(typesetter) { typesetter_.set(block); }
  ~SetBlock() { typesetter_.clear(); }
  SetBlock(const SetBlock&) = delete;
  SetBlock& operator=(const SetBlock&) = delete;

 private:
  Typesetter& typesetter_;
};

Block unhyphenated(Block block) {
  block.hyphenate = false;
  return block;
}

// Between bytes of the block's text and indices of the layout that it is set in.
std::size_t index_of(const Typesetter& typesetter, const Block& block, std::size_t byte) {
  return typesetter.isolates().offset_with(shown_offset(block, byte));
}
std::size_t byte_of(const Typesetter& typesetter, const Block& block, std::size_t index) {
  return source_offset(block, typesetter.isolates().offset_without(index));
}

int up(double value) {
  return static_cast<int>(std::ceil(value));
}
int down(double value) {
  return static_cast<int>(std::floor(value));
}

// The pixels a block needs, from its own corner.
struct Frame {
  int left = 0;
  int top = 0;
  int right = 0;
  int bottom = 0;
};

Frame frame_of(const Typesetter& typesetter) {
  Frame frame;
  typesetter.for_each_line([&](const Line& line) {
    frame.left = std::min(frame.left, down(line.ink_left));
    frame.top = std::min(frame.top, down(line.ink_top));
    frame.right = std::max({frame.right, up(line.x + line.width), up(line.ink_right)});
    frame.bottom =
        std::max({frame.bottom, (line.number + 1) * typesetter.line_height(), up(line.ink_bottom)});
  });
  return frame;
}

void draw_lines(const Typesetter& typesetter, const Frame& frame, cairo_surface_t* surface) {
  const CairoHandle cairo(cairo_create(surface));
  typesetter.for_each_line([&](const Line& line) {
    cairo_move_to(cairo.get(), line.x - frame.left, line.baseline - frame.top);
    pango_cairo_show_layout_line(cairo.get(), line.line);
  });
  cairo_surface_flush(surface);
}

}  // namespace

Engine::Engine(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::create(const std::vector<std::filesystem::path>& font_files) {
  Result<Fonts> fonts = load_fonts(font_files);
  if (!fonts) return tl::unexpected(fonts.error());
  return Engine(std::make_unique<Inside>(std::move(*fonts)));
}

Extent Engine::measure(const Block& block) {
  const SetBlock set(inside_->typesetter, block);
  PangoLayout* layout = inside_->typesetter.layout();
  PangoRectangle logical;
  pango_layout_get_extents(layout, nullptr, &logical);
  Extent extent;
  extent.width = up(static_cast<double>(logical.width) / PANGO_SCALE);
  extent.lines = pango_layout_get_line_count(layout);
  extent.height = extent.lines * inside_->typesetter.line_height();
  extent.cut = inside_->typesetter.cut();
  extent.missing_glyphs = pango_layout_get_unknown_glyphs_count(layout);
  extent.broken_word = inside_->typesetter.breaks_words();
  return extent;
}

Image Engine::draw(const Block& block) {
  const SetBlock set(inside_->typesetter, block);
  const Frame frame = frame_of(inside_->typesetter);
  const SurfaceHandle surface(
      cairo_image_surface_create(CAIRO_FORMAT_A8, frame.right - frame.left, frame.bottom - frame.top));
  draw_lines(inside_->typesetter, frame, surface.get());
  Image image = unpadded(surface.get());
  image.origin_x = -frame.left;
  image.origin_y = -frame.top;
  return image;
}

Shown Engine::shown(const Block& block) {
  const SetBlock set(inside_->typesetter, block);
  return shown_by(inside_->typesetter);
}

Point Engine::caret(const Block& block, std::size_t byte) {
  const SetBlock set(inside_->typesetter, unhyphenated(block));
  const Caret caret = caret_before(inside_->typesetter.layout(), index_of(inside_->typesetter, block, byte));
  return {static_cast<float>(caret.x), static_cast<float>(caret.line * inside_->typesetter.line_height())};
}

std::size_t Engine::byte_at(const Block& block, Point point) {
  const SetBlock set(inside_->typesetter, unhyphenated(block));
  PangoLayout* layout = inside_->typesetter.layout();
  const int line = down(static_cast<double>(point.y) / inside_->typesetter.line_height());
  return byte_of(inside_->typesetter, block,
                 nearest_index(layout, inside_->typesetter.isolates(), line, static_cast<double>(point.x)));
}

std::size_t Engine::beside(const Block& block, std::size_t byte, bool to_the_right) {
  const SetBlock set(inside_->typesetter, unhyphenated(block));
  const Typesetter& typesetter = inside_->typesetter;
  const std::size_t index = index_of(typesetter, block, byte);
  return byte_of(typesetter, block,
                 index_beside(typesetter.layout(), typesetter.isolates(), index, to_the_right));
}

}  // namespace lotsen::text
