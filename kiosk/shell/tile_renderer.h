// TileRenderer: draws ImGui's draw lists on the CPU, and of the screen only the 64x64 tiles that changed
// since the last frame. It knows what ui/canvas.h emits and nothing else: pixel-aligned rectangles, either of
// one colour or an alpha picture at its own size. Measured ground for it: ../../README.md, decisions.
#pragma once
#include <cstdint>
#include <vector>

struct ImDrawData;

namespace lotsen::ui {
struct Picture;
}

namespace lotsen::shell {

struct Pixels {
  std::uint32_t* data = nullptr;  // 0xXXRRGGBB
  int width = 0;
  int height = 0;
  int stride = 0;  // pixels

  bool operator==(const Pixels&) const = default;
};

struct DirtyBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

class TileRenderer {
 public:
  // Draws what changed and says where: nothing when nothing did, all when these are other pixels than before.
  std::vector<DirtyBox> render(const ImDrawData& data, const Pixels& pixels);
  // The next render draws everything: what the pixels held is gone.
  void forget() { hashes_.clear(); }

 private:
  // A rectangle to draw, clipped, with where its picture begins.
  struct Primitive {
    int left, top, right, bottom;
    std::uint32_t colour;        // 0xRRGGBB
    std::uint32_t alpha;         // 0..255
    const ui::Picture* picture;  // nothing: one colour
    int picture_x, picture_y;    // the picture's pixel at (left, top)
    std::uint64_t hash;
  };

  void collect(const ImDrawData& data, const Pixels& pixels);
  void bin();
  void draw_tile(std::size_t tile, const DirtyBox& box, const Pixels& pixels) const;
  static void draw(const Primitive& primitive, const DirtyBox& tile, const Pixels& pixels);

  std::vector<Primitive> primitives_;
  std::vector<std::vector<std::uint32_t>> bins_;  // per tile: indices into primitives_, in drawing order
  std::vector<std::uint64_t> hashes_;             // per tile, of the last frame
  std::vector<std::uint64_t> new_hashes_;
  Pixels last_;  // what the last frame was drawn into
  int columns_ = 0;
  int rows_ = 0;
};

}  // namespace lotsen::shell
