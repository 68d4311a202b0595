// Ids that tests can foretell: uuid-1, uuid-2, …; SC-0000-0001, …; CODE-0001, ….
#pragma once
#include <string>

#include "kiosk/app/update.h"

namespace lotsen::tests {

class ScriptedIds : public app::IdSource {
 public:
  std::string uuid() override { return "uuid-" + std::to_string(++uuids_); }
  CaseReference case_reference() override { return {"SC-0000-" + numbered(++references_)}; }
  Secret access_code() override { return Secret("CODE-" + numbered(++codes_)); }
  UtcMs utc_ms() override { return utc; }

  UtcMs utc = 1'795'269'787'120;

 private:
  static std::string numbered(int number) {
    const std::string digits = std::to_string(number);
    return std::string(4 - digits.size(), '0') + digits;
  }

  int uuids_ = 0;
  int references_ = 0;
  int codes_ = 0;
};

}  // namespace lotsen::tests
