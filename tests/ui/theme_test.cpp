#include "kiosk/ui/theme.h"

#include "tests/support/catch.h"

using namespace lotsen;

TEST_CASE("contrast is that of WCAG") {
  CHECK(ui::contrast(0x000000, 0xFFFFFF) == Approx(21.0));
  CHECK(ui::contrast(0xFFFFFF, 0xFFFFFF) == Approx(1.0));
  CHECK(ui::contrast(0x767676, 0xFFFFFF) ==
        Approx(4.54).margin(0.005));  // the well-known darkest-needed grey
}

TEST_CASE("the standard theme can be read") {
  CHECK(ui::check_contrast(ui::Theme{}).has_value());
}

TEST_CASE("a theme that cannot be read is refused with the measured ratio") {
  ui::Theme pale;
  pale.ink_secondary = 0xAAAAAA;
  const auto checked = ui::check_contrast(pale);
  REQUIRE_FALSE(checked.has_value());
  CHECK(checked.error().detail.find("ink_secondary on background has a contrast of 2.11:1 and needs 4.5:1") !=
        std::string::npos);
}

TEST_CASE("a mixed colour lies between its two") {
  CHECK(ui::mix(0x000000, 0xFFFFFF, 0) == 0x000000);
  CHECK(ui::mix(0x000000, 0xFFFFFF, 1) == 0xFFFFFF);
  CHECK(ui::mix(0x102030, 0x304050, 0.5) == 0x203040);
}
