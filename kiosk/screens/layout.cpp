#include "kiosk/screens/layout.h"

#include <algorithm>

namespace lotsen::screens {
namespace {

constexpr float kButtonGap = 16;

}  // namespace

// Both groups share a row where they fit; else the second has rows of its own under the first.
Flow::Flow(ui::Ui& ui, std::vector<ui::Button> start, std::vector<ui::Button> end, float width)
    : width_(width) {
  const auto measured = [&](std::vector<ui::Button>& buttons) {
    std::vector<Placed> group;
    for (ui::Button& button : buttons) {
      const float wide = std::min(width, std::max(ui.least_press(), ui.width_of(button)));
      const float high = ui.height_of(button, wide);
      group.push_back({std::move(button), {0, 0, wide, high}});
    }
    return group;
  };
  const auto length = [](const std::vector<Placed>& group) {
    float sum = 0;
    for (const Placed& placed : group) sum += placed.area.width + kButtonGap;
    return sum;
  };
  const auto rows = [&](const std::vector<Placed>& group) {
    std::vector<std::vector<Placed>> all(1);
    for (const Placed& placed : group) {
      if (length(all.back()) + placed.area.width > width) all.emplace_back();
      all.back().push_back(placed);
    }
    return all;
  };
  std::vector<std::vector<Placed>> first = rows(measured(start));
  std::vector<std::vector<Placed>> second = rows(measured(end));
  const bool shares = length(first.back()) + length(second.front()) - kButtonGap <= width;
  for (std::size_t i = 0; i + 1 < first.size(); ++i) place_row(first[i], {});
  place_row(first.back(), shares ? second.front() : std::vector<Placed>{});
  for (std::size_t i = shares ? 1 : 0; i < second.size(); ++i) place_row({}, second[i]);
}

void Flow::place_row(const std::vector<Placed>& start, const std::vector<Placed>& end) {
  if (start.empty() && end.empty()) return;
  float high = 0;
  for (const auto* group : {&start, &end}) {
    for (const Placed& placed : *group) high = std::max(high, placed.area.height);
  }
  if (height_ > 0) height_ += kButtonGap;
  ++rows_;
  float x = 0;
  const auto put = [&](const Placed& placed) {
    placed_.push_back({placed.button, {x, height_, placed.area.width, high}});
    x += placed.area.width + kButtonGap;
  };
  std::ranges::for_each(start, put);
  float of_end = -kButtonGap;
  for (const Placed& placed : end) of_end += placed.area.width + kButtonGap;
  length_ = std::max(length_, std::max(x, 0.0F) + std::max(of_end, 0.0F));
  x = width_ - of_end;
  std::ranges::for_each(end, put);
  height_ += high;
}

std::string Flow::draw(ui::Ui& ui, float x, float y) const {
  std::string pressed;
  for (const Placed& placed : placed_) {
    const ui::Area& area = placed.area;
    if (ui.button({x + area.x, y + area.y, area.width, area.height}, placed.button))
      pressed = placed.button.id;
  }
  return pressed;
}

}  // namespace lotsen::screens
