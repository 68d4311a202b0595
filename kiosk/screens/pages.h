// One draw for each page, each in a file of its name. Only screens.cpp calls them.
#pragma once
#include "kiosk/screens/screens.h"

namespace lotsen::screens {

Actions draw(const app::HomePage& page, const View& view, ui::Ui& ui);
Actions draw(const app::ServicesPage& page, const View& view, ui::Ui& ui);
Actions draw(const app::QuestionsPage& page, const View& view, ui::Ui& ui);
Actions draw(const app::ReviewPage& page, const View& view, ui::Ui& ui);
Actions draw(const app::SavingPage& page, const View& view, ui::Ui& ui);
Actions draw(const app::ReceiptPage& page, const View& view, ui::Ui& ui);
Actions draw(const app::ClosedPage& page, const View& view, ui::Ui& ui);

// In place of the page: the help panel, and the cover when nobody seems to be there.
Actions draw_help(const app::Help& help, const View& view, ui::Ui& ui);
Actions draw_idle(int seconds_left, ui::Ui& ui);

}  // namespace lotsen::screens
