// The fault report as it is shipped.
#pragma once
#include <fstream>
#include <iterator>
#include <string>

#include "services/forms/form_json.h"
#include "tests/support/catch.h"

namespace lotsen::tests {

inline std::string fault_report_text() {
  std::ifstream in(LOTSEN_SOURCE_DIR "/config/forms/fault_report.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline forms::Form fault_report() {
  auto form = forms::parse_form(fault_report_text(), "fault_report.json");
  INFO((form ? "" : form.error().detail));
  REQUIRE(form);
  return *form;
}

}  // namespace lotsen::tests
