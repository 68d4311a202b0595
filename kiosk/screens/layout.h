// Layout: which part of the screen belongs to header, page and footer, for this size, text size and reach.
// Made anew in each pass by screens.cpp; design pixels.
#pragma once
#include <vector>

#include "kiosk/screens/screens.h"

namespace lotsen::screens {

struct Layout {
  float header_bottom = 0;
  float footer_top = 0;
  float press_top = 0;  // nothing to press lies higher; the header's lower edge unless low reach is on
  bool low_reach = false;
  bool leaving_in_header = false;  // "Cancel and clear" and "Fetch staff"
  bool untranslated = false;       // the page is in Swedish though the visitor reads another language
};

// Buttons in rows, the first group from the side where reading begins, the second against the other.
class Flow {
 public:
  Flow(ui::Ui& ui, std::vector<ui::Button> start, std::vector<ui::Button> end, float width);
  float height() const { return height_; }
  int rows() const { return rows_; }
  float length() const { return length_; }  // of the longest row
  // Draws them at that place; the id of the one that was pressed, or "".
  std::string draw(ui::Ui& ui, float x, float y) const;

 private:
  struct Placed {
    ui::Button button;
    ui::Area area;
  };
  void place_row(const std::vector<Placed>& start, const std::vector<Placed>& end);

  std::vector<Placed> placed_;
  float width_ = 0;
  float height_ = 0;
  int rows_ = 0;
  float length_ = 0;
};

}  // namespace lotsen::screens
