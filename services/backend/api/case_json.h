// GET /v1/cases/{reference}.
#pragma once
#include <string>

#include "services/backend/cases/read_case.h"

namespace lotsen::api {

std::string to_json(const cases::CaseView& view);

}  // namespace lotsen::api
