// Where pictures live. Texts belong to the visit: their cache is made anew with it. Icons and discs hold
// nothing of anyone and stay.
#pragma once
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>

#include "kiosk/ui/picture.h"
#include "services/text/picture.h"

namespace lotsen::ui {

class TextCache {
 public:
  explicit TextCache(text::Engine& engine) : engine_(engine) {}
  struct Entry {
    text::Extent extent;
    std::unique_ptr<Picture> picture;
  };
  const Entry& get(const text::Block& block);
  text::Engine& engine() { return engine_; }
  // Between frames: forgets what the last frames did not use, once there is a lot of it.
  void trim();

 private:
  struct Kept {
    Entry entry;
    std::uint64_t used_in = 0;
  };
  text::Engine& engine_;
  std::unordered_map<std::string, Kept> kept_;
  std::size_t bytes_ = 0;
  std::uint64_t frame_ = 0;
};

class Shapes {
 public:
  explicit Shapes(std::filesystem::path icon_folder) : folder_(std::move(icon_folder)) {}
  // An icon that cannot be read is an empty picture: a missing picture must never stop an errand, and text
  // always stands beside it. `missing()` names the first such icon for the log.
  const Picture& icon(const std::string& name, int size_px);
  // Another PNG for that icon: the municipality's shield. Before the first is drawn.
  void take_instead(const std::string& name, std::filesystem::path png) { instead_[name] = std::move(png); }
  const Picture& disc(int diameter_px);  // filled, antialiased
  const std::string& missing() const { return missing_; }

 private:
  std::filesystem::path folder_;
  std::map<std::pair<std::string, int>, std::unique_ptr<Picture>> icons_;
  std::map<int, std::unique_ptr<Picture>> discs_;
  std::map<std::string, std::filesystem::path> instead_;
  std::string missing_;
};

}  // namespace lotsen::ui
