#include <algorithm>

#include "kiosk/screens/pages.h"

namespace lotsen::screens {
namespace {

// A reference is read and written down in one piece: no line ends at its hyphens.
std::string unbroken(std::string_view reference) {
  constexpr std::string_view kWordJoiner = "\xE2\x81\xA0";
  std::string whole;
  for (const char c : reference) {
    whole += c;
    if (c == '-') whole += kWordJoiner;
  }
  return whole;
}

void draw_status(app::DeliveryState delivery, ui::Ui& ui) {
  switch (delivery) {
    case app::DeliveryState::saved:
      return ui.status("receipt.status", ui.tr("Saved"), ui::NoticeKind::information);
    case app::DeliveryState::received:
      return ui.status("receipt.status", ui.tr("Sent in"), ui::NoticeKind::success);
    case app::DeliveryState::refused:
      return ui.status("receipt.status", ui.tr("Needs help from staff"), ui::NoticeKind::error);
  }
}

std::string what_happens(app::DeliveryState delivery, const forms::Form& form, const ui::Ui& ui) {
  const std::string& department = form.department.in(ui.language());
  switch (delivery) {
    case app::DeliveryState::saved:
      return ui.tr(
          "It is kept safely here and counts as handed in now. It is sent by itself as soon as the network "
          "answers. You need not do anything more.");
    case app::DeliveryState::received: {
      std::string text = ui.tr("{department} has received it.", {{"department", department}});
      if (form.handling_days > 0)
        text += " " + ui.tr_plural("They usually answer within {n} working day.",
                                   "They usually answer within {n} working days.", form.handling_days);
      return text;
    }
    case app::DeliveryState::refused:
      return ui.tr(
          "It is kept safely here, but could not be registered. Show this number to staff: they will take it "
          "from here.");
  }
  return {};
}

}  // namespace

Actions draw(const app::ReceiptPage& page, const Scene& scene, ui::Ui& ui) {
  Actions actions;
  const auto form = std::ranges::find(scene.setup.forms, page.form, &forms::Form::id);
  const PageParts parts{
      .navigation = {std::nullopt, ui::Button{"nav.next", ui.tr("Finished"), ui::ButtonStyle::primary}},
      .most_width = 1300};
  begin_page(parts, scene.layout, ui);
  ui.begin_card(56);
  draw_status(page.delivery, ui);
  ui.space(10);
  ui.heading("receipt.reference", ui.tr("Case {reference}", {{"reference", unbroken(page.reference.value)}}),
             ui::kHeadingSize, page.reference.value);
  ui.space(10);
  ui.body("receipt.text", what_happens(page.delivery, *form, ui), ui.body_style());
  ui.space(26);
  ui.label_value("receipt.code", ui.tr("Code"), page.access_code.view());
  ui.space(6);
  ui.body("receipt.keep",
          ui.tr("Write down the number and the code, or take a picture. You need both to follow the case."),
          ui.hint_style());
  ui.end_card();
  if (end_page(parts, scene.layout, ui).next) actions.push_back(app::Finish{});
  return actions;
}

}  // namespace lotsen::screens
