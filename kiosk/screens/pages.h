// One draw for each page, each in a file of its name. Only screens.cpp calls them.
#pragma once
#include "kiosk/app/update.h"
#include "kiosk/screens/chrome.h"

namespace lotsen::screens {

// What a page is drawn with.
struct Scene {
  const app::Setup& setup;
  const Reception& reception;
  const Layout& layout;
};

Actions draw(const app::HomePage& page, const Scene& scene, ui::Ui& ui);
Actions draw(const app::ServicesPage& page, const Scene& scene, ui::Ui& ui);
Actions draw(const app::QuestionsPage& page, const Scene& scene, ui::Ui& ui);
Actions draw(const app::ReviewPage& page, const Scene& scene, ui::Ui& ui);
Actions draw(const app::SavingPage& page, const Scene& scene, ui::Ui& ui);
Actions draw(const app::ReceiptPage& page, const Scene& scene, ui::Ui& ui);
Actions draw(const app::ClosedPage& page, const Scene& scene, ui::Ui& ui);
Actions draw(const app::AttractPage& page, const Scene& scene, ui::Ui& ui);

// In place of the page: the help panel, the list of languages, and the cover when nobody seems to be there.
Actions draw_help(const app::Help& help, const Scene& scene, ui::Ui& ui);
Actions draw_languages(const Scene& scene, ui::Ui& ui);
Actions draw_idle(int seconds_left, const Scene& scene, ui::Ui& ui);

}  // namespace lotsen::screens
