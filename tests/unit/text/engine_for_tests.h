// An engine with the fonts that the kiosk uses, as Debian's fonts-inter and fonts-noto-core install them.
#pragma once
#include <filesystem>
#include <vector>

#include "services/text/text.h"

namespace lotsen::tests {

inline std::vector<std::filesystem::path> kiosk_fonts() {
  const std::filesystem::path inter = "/usr/share/fonts/opentype/inter";
  const std::filesystem::path noto = "/usr/share/fonts/truetype/noto";
  return {inter / "Inter-Regular.otf",           inter / "Inter-Medium.otf",
          inter / "Inter-SemiBold.otf",          inter / "Inter-Bold.otf",
          noto / "NotoSans-Regular.ttf",         noto / "NotoSans-Bold.ttf",
          noto / "NotoSansArabic-Regular.ttf",   noto / "NotoSansArabic-Bold.ttf",
          noto / "NotoSansHebrew-Regular.ttf",   noto / "NotoSansHebrew-Bold.ttf",
          noto / "NotoSansEthiopic-Regular.ttf", noto / "NotoSansEthiopic-Bold.ttf"};
}

inline text::Engine kiosk_engine() {
  return text::Engine::create(kiosk_fonts()).value();
}

}  // namespace lotsen::tests
